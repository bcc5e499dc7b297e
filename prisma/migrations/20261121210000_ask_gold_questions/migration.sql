-- How often gold questions come, how many a newcomer answers first, and how many of them right.
ALTER TABLE "review_plan"
    ADD COLUMN "gold_every" INTEGER NOT NULL DEFAULT 0,
    ADD COLUMN "warm_up_count" INTEGER NOT NULL DEFAULT 0,
    ADD COLUMN "warm_up_bar" INTEGER NOT NULL DEFAULT 0,
    ADD CONSTRAINT review_plan_gold CHECK (gold_every = 0 OR gold_every BETWEEN 2 AND 1000),
    ADD CONSTRAINT review_plan_warm_up CHECK (warm_up_count BETWEEN 0 AND 50 AND warm_up_bar BETWEEN 0 AND warm_up_count);

-- A settled draft with the verdict that people ought to come to.
CREATE TABLE "gold_question" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "verdict" TEXT NOT NULL,
    "reason_code" TEXT,
    "expected_version_id" UUID,
    "note" TEXT NOT NULL DEFAULT '',
    "marked_by" TEXT NOT NULL,
    "created_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removed_at" TIMESTAMP(3),

    CONSTRAINT "gold_question_pkey" PRIMARY KEY ("id"),
    CONSTRAINT gold_question_verdict CHECK (verdict IN ('approve', 'edit', 'reject')),
    CONSTRAINT gold_question_shape CHECK ((verdict = 'edit') = (expected_version_id IS NOT NULL))
);

-- A gold question at the desk of somebody: between drafts, or in the warm-up of a newcomer.
CREATE TABLE "gold_place" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "gold_id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "reviewer_id" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "round" INTEGER NOT NULL DEFAULT 0,
    "ordinal" INTEGER NOT NULL DEFAULT 0,
    "sort_key" TEXT COLLATE "C" NOT NULL DEFAULT '',
    "taken_at" TIMESTAMP(3),
    "skipped_at" TIMESTAMP(3),
    "closed_at" TIMESTAMP(3),

    CONSTRAINT "gold_place_pkey" PRIMARY KEY ("id"),
    CONSTRAINT gold_place_purpose CHECK (purpose IN ('seeded', 'warm-up'))
);

-- What somebody made of it. It refers to no draft, so that nothing which counts decisions can count it; its number is of the same
-- line as theirs, so that the last deed of a person is known.
CREATE TABLE "gold_answer" (
    "id" UUID NOT NULL,
    "number" BIGINT NOT NULL DEFAULT nextval('decision_number_seq'::regclass),
    "project_id" UUID NOT NULL,
    "place_id" UUID NOT NULL,
    "gold_id" UUID NOT NULL,
    "reviewer_id" TEXT NOT NULL,
    "reviewer_kind" TEXT NOT NULL DEFAULT 'person',
    "verdict" TEXT NOT NULL,
    "is_right" BOOLEAN,
    "reason_code" TEXT,
    "comment" TEXT NOT NULL DEFAULT '',
    "content_hash" TEXT NOT NULL,
    "text_hash" TEXT,
    "content" JSONB,
    "result_id" UUID,
    "sample" JSONB,
    "undoes_id" UUID,
    "elapsed_ms" INTEGER NOT NULL DEFAULT 0,
    "request_key" TEXT NOT NULL,
    "created_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "gold_answer_pkey" PRIMARY KEY ("id"),
    CONSTRAINT gold_answer_by_person CHECK (reviewer_kind = 'person'),
    CONSTRAINT gold_answer_verdict CHECK (verdict IN ('approve', 'edit', 'reject', 'skip', 'undo')),
    CONSTRAINT gold_answer_shape CHECK ((verdict = 'undo') = (undoes_id IS NOT NULL) AND (verdict = 'edit') = (content IS NOT NULL)
      AND (verdict IN ('approve', 'edit', 'reject')) = (is_right IS NOT NULL))
);

-- How many drafts of a kind somebody was given, from which it follows when a gold question is next.
CREATE TABLE "gold_pace" (
    "project_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "reviewer_id" TEXT NOT NULL,
    "taken" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "gold_pace_pkey" PRIMARY KEY ("project_id","kind","reviewer_id")
);

-- A newcomer's warm-up in a kind. `experienced`: had decided before there was one.
CREATE TABLE "warm_up" (
    "project_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "reviewer_id" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "round" INTEGER NOT NULL DEFAULT 1,
    "asked" INTEGER NOT NULL,
    "bar" INTEGER NOT NULL,
    "started_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMP(3),
    "ended_by" TEXT,

    CONSTRAINT "warm_up_pkey" PRIMARY KEY ("project_id","kind","reviewer_id"),
    CONSTRAINT warm_up_state CHECK (state IN ('warming', 'passed', 'failed', 'waved', 'experienced'))
);

-- How long reading the text takes at least; 0 where nobody asked. The figures of a day count what was faster.
ALTER TABLE "decision" ADD COLUMN "reading_ms" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "decision_day" ADD COLUMN "fast" INTEGER NOT NULL DEFAULT 0;

CREATE INDEX "gold_question_project_id_kind_idx" ON "gold_question"("project_id", "kind");
CREATE INDEX "gold_question_version_id_idx" ON "gold_question"("version_id");
CREATE UNIQUE INDEX "gold_place_gold_id_reviewer_id_purpose_round_key" ON "gold_place"("gold_id", "reviewer_id", "purpose", "round");
CREATE INDEX "gold_place_reviewer_id_version_id_idx" ON "gold_place"("reviewer_id", "version_id");
CREATE INDEX "gold_place_project_id_reviewer_id_idx" ON "gold_place"("project_id", "reviewer_id");
CREATE UNIQUE INDEX "gold_answer_number_key" ON "gold_answer"("number");
CREATE UNIQUE INDEX "gold_answer_undoes_id_key" ON "gold_answer"("undoes_id");
CREATE UNIQUE INDEX "gold_answer_reviewer_id_request_key_key" ON "gold_answer"("reviewer_id", "request_key");
CREATE INDEX "gold_answer_project_id_reviewer_id_number_idx" ON "gold_answer"("project_id", "reviewer_id", "number" DESC);
CREATE INDEX "gold_answer_place_id_idx" ON "gold_answer"("place_id");
CREATE INDEX "gold_answer_gold_id_idx" ON "gold_answer"("gold_id");

ALTER TABLE "gold_question" ADD CONSTRAINT "gold_question_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "gold_question" ADD CONSTRAINT "gold_question_expected_version_id_fkey" FOREIGN KEY ("expected_version_id") REFERENCES "version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "gold_place" ADD CONSTRAINT "gold_place_gold_id_fkey" FOREIGN KEY ("gold_id") REFERENCES "gold_question"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "gold_answer" ADD CONSTRAINT "gold_answer_place_id_fkey" FOREIGN KEY ("place_id") REFERENCES "gold_place"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "gold_answer" ADD CONSTRAINT "gold_answer_undoes_id_fkey" FOREIGN KEY ("undoes_id") REFERENCES "gold_answer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "gold_answer" ADD CONSTRAINT "gold_answer_reviewer_id_reviewer_kind_fkey" FOREIGN KEY ("reviewer_id", "reviewer_kind") REFERENCES "user"("id", "kind") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma's schema cannot say ----------------------------------------------------------------------------------

-- A version is one gold question at a time.
CREATE UNIQUE INDEX gold_question_live ON "gold_question" (version_id) WHERE removed_at IS NULL;
-- What lies on somebody's desk.
CREATE INDEX gold_place_open ON "gold_place" (project_id, reviewer_id) WHERE closed_at IS NULL;
CREATE TRIGGER gold_answer_append_only BEFORE UPDATE OR DELETE ON "gold_answer" FOR EACH ROW EXECUTE FUNCTION gloss_refuse_change();
CREATE TRIGGER gold_answer_no_truncate BEFORE TRUNCATE ON "gold_answer" FOR EACH STATEMENT EXECUTE FUNCTION gloss_refuse_change();

-- As before, and: what was decided faster than the text can be read.
CREATE OR REPLACE FUNCTION gloss_count_decisions(ids uuid[]) RETURNS void LANGUAGE plpgsql
  SET plan_cache_mode = force_generic_plan AS $$
BEGIN
  INSERT INTO "decision_day" AS t (project_id, day, kind, reviewer_id, author_kind, author_id, model, prompt, prompt_version,
    approved, edited, rejected, skipped, timed, ms, fast, measured, distance)
  SELECT d.project_id, d.created_at::date, a.kind, d.reviewer_id, o.author_kind, o.author_id, o.model, o.prompt, o.prompt_version,
    sum(s.sign * (d.verdict = 'approve')::int), sum(s.sign * (d.verdict = 'edit')::int),
    sum(s.sign * (d.verdict = 'reject')::int), sum(s.sign * (d.verdict = 'skip')::int),
    sum(s.sign * (d.verdict <> 'skip' AND d.elapsed_ms > 0)::int),
    sum(s.sign * (d.verdict <> 'skip')::int * least(d.elapsed_ms, 600000)),
    sum(s.sign * (d.verdict <> 'skip' AND d.elapsed_ms > 0 AND d.elapsed_ms < d.reading_ms)::int),
    sum(s.sign * (m.distance IS NOT NULL)::int), sum(s.sign * COALESCE(m.distance, 0))
  FROM unnest(ids) AS counted (id) JOIN "decision" n ON n.id = counted.id
    JOIN "decision" d ON d.id = COALESCE(n.undoes_id, n.id)
    CROSS JOIN LATERAL (SELECT CASE WHEN n.undoes_id IS NULL THEN 1 ELSE -1 END AS sign) s
    JOIN "version" v ON v.id = d.version_id JOIN "artifact" a ON a.id = v.artifact_id
    LEFT JOIN "draft_origin" r ON r.version_id = v.id
    LEFT JOIN "edit_measure" m ON m.version_id = d.result_version_id AND d.verdict = 'edit'
    -- What people wrote is one author: who wrote it is nobody's figure.
    CROSS JOIN LATERAL (SELECT COALESCE(r.author_kind, v.author_kind) AS author_kind,
      CASE WHEN v.author_kind = 'person' THEN '' ELSE COALESCE(r.author_id, v.author_id) END AS author_id,
      COALESCE(r.model, '') AS model, COALESCE(r.prompt, '') AS prompt, COALESCE(r.prompt_version, 0) AS prompt_version) o
  -- The approval that an edit writes of its own text is the same deed.
  WHERE (d.verdict <> 'approve' OR (
      SELECT e.id FROM "decision" e WHERE e.reviewer_id = d.reviewer_id AND e.request_key = d.request_key
        AND e.result_version_id = d.version_id AND e.verdict = 'edit') IS NULL)
  GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9
  ORDER BY 1, 2, 3, 4, 5, 6, 7, 8, 9
  ON CONFLICT (project_id, day, kind, reviewer_id, author_kind, author_id, model, prompt, prompt_version) DO UPDATE SET
    approved = t.approved + excluded.approved, edited = t.edited + excluded.edited, rejected = t.rejected + excluded.rejected,
    skipped = t.skipped + excluded.skipped, timed = t.timed + excluded.timed, ms = t.ms + excluded.ms, fast = t.fast + excluded.fast,
    measured = t.measured + excluded.measured, distance = t.distance + excluded.distance;
END $$;
