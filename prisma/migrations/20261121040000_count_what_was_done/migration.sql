-- The home counts decisions by day and the members' list by person: both from the index alone, a million in a blink.
CREATE INDEX decision_counted ON "decision" (project_id, reviewer_id, created_at) WHERE verdict IN ('approve', 'reject');
CREATE INDEX decision_undone ON "decision" (project_id, undoes_id) WHERE undoes_id IS NOT NULL;

-- The activity by action, also when the action is rare.
-- CreateIndex
CREATE INDEX "audit_entry_project_id_action_id_idx" ON "audit_entry"("project_id", "action", "id" DESC);
