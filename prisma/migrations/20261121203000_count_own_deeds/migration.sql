-- The drafts that wait and that somebody has voted on or skipped, among the many that nobody has.
CREATE INDEX review_slot_passed ON "review_slot" (project_id) WHERE closed_at IS NULL AND passed_by <> '{}';

-- CreateIndex
CREATE INDEX "decision_day_project_id_reviewer_id_idx" ON "decision_day"("project_id", "reviewer_id");
