-- What a lead made of a draft that reviewers disagreed about, and why they did. It stands as long as its decision does.
CREATE TABLE "adjudication" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "decision_id" UUID NOT NULL,
    "cause" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "guideline_version_id" UUID,
    "opened_version" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "adjudication_pkey" PRIMARY KEY ("id"),
    CONSTRAINT adjudication_cause CHECK (cause IN ('ambiguous-text', 'guideline-gap', 'slip', 'edge-case', 'honest-difference')),
    CONSTRAINT adjudication_guideline CHECK (guideline_version_id IS NULL OR cause = 'guideline-gap')
);
CREATE UNIQUE INDEX "adjudication_decision_id_key" ON "adjudication"("decision_id");
CREATE INDEX "adjudication_version_id_idx" ON "adjudication"("version_id");
CREATE INDEX "adjudication_project_id_created_at_idx" ON "adjudication"("project_id", "created_at" DESC);
CREATE INDEX "adjudication_guideline_version_id_idx" ON "adjudication"("guideline_version_id");
ALTER TABLE "adjudication" ADD CONSTRAINT "adjudication_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "adjudication" ADD CONSTRAINT "adjudication_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "adjudication" ADD CONSTRAINT "adjudication_decision_id_fkey" FOREIGN KEY ("decision_id") REFERENCES "decision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "adjudication" ADD CONSTRAINT "adjudication_guideline_version_id_fkey" FOREIGN KEY ("guideline_version_id") REFERENCES "version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE TRIGGER adjudication_append_only BEFORE UPDATE OR DELETE ON "adjudication" FOR EACH ROW EXECUTE FUNCTION gloss_refuse_change();

-- A settled draft that was sent back to be decided again, because a guideline changed; with what it was, for taking that back.
CREATE TABLE "recheck" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "sending_id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "because_version_id" UUID NOT NULL,
    "requested_by" TEXT NOT NULL,
    "created_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "was_state" TEXT NOT NULL,
    "was_settled_at" TIMESTAMP(3),
    "was_votes_after" BIGINT NOT NULL,
    "undone_at" TIMESTAMP(3),

    CONSTRAINT "recheck_pkey" PRIMARY KEY ("id"),
    CONSTRAINT recheck_of_settled CHECK (was_state IN ('approved', 'rejected'))
);
CREATE INDEX "recheck_version_id_idx" ON "recheck"("version_id");
CREATE INDEX "recheck_because_version_id_idx" ON "recheck"("because_version_id");
CREATE INDEX "recheck_sending_id_idx" ON "recheck"("sending_id");
ALTER TABLE "recheck" ADD CONSTRAINT "recheck_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "recheck" ADD CONSTRAINT "recheck_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "recheck" ADD CONSTRAINT "recheck_because_version_id_fkey" FOREIGN KEY ("because_version_id") REFERENCES "version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What was decided while a guideline was the approved one, by kind; and what waits for a lead.
CREATE INDEX "draft_settled" ON "draft" ("project_id", "kind", "settled_at") WHERE "state" IN ('approved', 'rejected');
CREATE INDEX "draft_disputed" ON "draft" ("project_id", "position") WHERE "state" = 'disputed';
