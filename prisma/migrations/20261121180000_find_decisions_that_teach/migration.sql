-- The newest edits and rejections of a project, without reading past all of its approvals.
CREATE INDEX "decision_that_teaches" ON "decision" ("project_id", "number" DESC) WHERE "verdict" IN ('edit', 'reject');
