-- CreateTable
CREATE TABLE "decision_day" (
    "project_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "kind" TEXT NOT NULL,
    "reviewer_id" TEXT NOT NULL,
    "author_kind" TEXT NOT NULL,
    "author_id" TEXT NOT NULL DEFAULT '',
    "model" TEXT NOT NULL DEFAULT '',
    "prompt" TEXT NOT NULL DEFAULT '',
    "prompt_version" INTEGER NOT NULL DEFAULT 0,
    "approved" INTEGER NOT NULL DEFAULT 0,
    "edited" INTEGER NOT NULL DEFAULT 0,
    "rejected" INTEGER NOT NULL DEFAULT 0,
    "skipped" INTEGER NOT NULL DEFAULT 0,
    "timed" INTEGER NOT NULL DEFAULT 0,
    "ms" BIGINT NOT NULL DEFAULT 0,
    "measured" INTEGER NOT NULL DEFAULT 0,
    "distance" DOUBLE PRECISION NOT NULL DEFAULT 0,

    CONSTRAINT "decision_day_pkey" PRIMARY KEY ("project_id","day","kind","reviewer_id","author_kind","author_id","model","prompt","prompt_version")
);

-- CreateTable
CREATE TABLE "rejection_day" (
    "project_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "kind" TEXT NOT NULL,
    "reviewer_id" TEXT NOT NULL,
    "reason_code" TEXT NOT NULL,
    "rejected" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "rejection_day_pkey" PRIMARY KEY ("project_id","day","kind","reviewer_id","reason_code")
);

-- CreateTable
CREATE TABLE "agreement_unit" (
    "version_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "rated_at" TIMESTAMP(3) NOT NULL,
    "approved" SMALLINT NOT NULL,
    "edited" SMALLINT NOT NULL,
    "rejected" SMALLINT NOT NULL,
    "reviewers" TEXT[] NOT NULL,
    "verdicts" SMALLINT[] NOT NULL,

    CONSTRAINT "agreement_unit_pkey" PRIMARY KEY ("version_id")
);

-- CreateIndex
CREATE INDEX "agreement_unit_project_id_rated_at_version_id_idx" ON "agreement_unit"("project_id", "rated_at" DESC, "version_id" DESC);

-- CreateIndex
CREATE INDEX "decision_project_id_created_at_id_idx" ON "decision"("project_id", "created_at" DESC, "id" DESC);

-- What was approved since a moment.
CREATE INDEX draft_approved ON "draft" (project_id, settled_at) WHERE state = 'approved';

-- AddForeignKey
ALTER TABLE "decision_day" ADD CONSTRAINT "decision_day_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rejection_day" ADD CONSTRAINT "rejection_day_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_unit" ADD CONSTRAINT "agreement_unit_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "version"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma's schema cannot say ----------------------------------------------------------------------------------

-- A row is changed by each decision of its reviewer on its day: room on the page keeps that off the index.
ALTER TABLE "decision_day" SET (fillfactor = 70);
ALTER TABLE "rejection_day" SET (fillfactor = 70);

-- Written so that each row is found by its key, however the tables' statistics stand: a plan made for one decision serves the
-- next, and one made for an empty table a bulk.
-- Adds these decisions to the days on which they were made; takes off what they take back.
CREATE FUNCTION gloss_count_decisions(ids uuid[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "decision_day" AS t (project_id, day, kind, reviewer_id, author_kind, author_id, model, prompt, prompt_version,
    approved, edited, rejected, skipped, timed, ms, measured, distance)
  SELECT d.project_id, d.created_at::date, a.kind, d.reviewer_id, o.author_kind, o.author_id, o.model, o.prompt, o.prompt_version,
    sum(s.sign * (d.verdict = 'approve')::int), sum(s.sign * (d.verdict = 'edit')::int),
    sum(s.sign * (d.verdict = 'reject')::int), sum(s.sign * (d.verdict = 'skip')::int),
    sum(s.sign * (d.verdict <> 'skip' AND d.elapsed_ms > 0)::int),
    sum(s.sign * (d.verdict <> 'skip')::int * least(d.elapsed_ms, 600000)),
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
    skipped = t.skipped + excluded.skipped, timed = t.timed + excluded.timed, ms = t.ms + excluded.ms,
    measured = t.measured + excluded.measured, distance = t.distance + excluded.distance;

  INSERT INTO "rejection_day" AS t (project_id, day, kind, reviewer_id, reason_code, rejected)
  SELECT d.project_id, d.created_at::date, a.kind, d.reviewer_id, COALESCE(d.reason_code, 'other'),
    sum(CASE WHEN n.undoes_id IS NULL THEN 1 ELSE -1 END)
  FROM unnest(ids) AS counted (id) JOIN "decision" n ON n.id = counted.id
    JOIN "decision" d ON d.id = COALESCE(n.undoes_id, n.id) AND d.verdict = 'reject'
    JOIN "version" v ON v.id = d.version_id JOIN "artifact" a ON a.id = v.artifact_id
  GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 2, 3, 4, 5
  ON CONFLICT (project_id, day, kind, reviewer_id, reason_code) DO UPDATE SET rejected = t.rejected + excluded.rejected;
END $$;

-- What two or more reviewers said of one version in its last round: the last that each said and did not take back. A lead who
-- settles their disagreement is none of them.
CREATE FUNCTION gloss_count_agreement(ids uuid[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  WITH touched AS MATERIALIZED (
    SELECT DISTINCT n.version_id FROM unnest(ids) AS counted (id) JOIN "decision" n ON n.id = counted.id WHERE n.verdict <> 'skip'),
  said AS (
    SELECT DISTINCT ON (d.version_id, d.reviewer_id) d.version_id, d.project_id, d.reviewer_id, d.verdict, d.created_at
    FROM touched JOIN "decision" d ON d.version_id = touched.version_id
      JOIN "draft" f ON f.version_id = d.version_id
    WHERE d.verdict IN ('approve', 'edit', 'reject') AND d.role = 'reviewer' AND d.number > f.votes_after
      AND (d.verdict <> 'approve' OR (
      SELECT e.id FROM "decision" e WHERE e.reviewer_id = d.reviewer_id AND e.request_key = d.request_key
        AND e.result_version_id = d.version_id AND e.verdict = 'edit') IS NULL)
      AND (SELECT u.id FROM "decision" u WHERE u.undoes_id = d.id) IS NULL
    ORDER BY d.version_id, d.reviewer_id, d.number DESC),
  counted AS (
    SELECT version_id, project_id, max(created_at) AS rated_at, count(*) FILTER (WHERE verdict = 'approve') AS approved,
      count(*) FILTER (WHERE verdict = 'edit') AS edited, count(*) FILTER (WHERE verdict = 'reject') AS rejected,
      array_agg(reviewer_id ORDER BY reviewer_id) AS reviewers,
      array_agg(array_position(ARRAY['approve', 'edit', 'reject'], verdict) - 1 ORDER BY reviewer_id) AS verdicts
    FROM said GROUP BY version_id, project_id HAVING count(*) > 1),
  gone AS (
    DELETE FROM "agreement_unit" g USING touched
    WHERE g.version_id = touched.version_id AND NOT EXISTS (SELECT 1 FROM counted c WHERE c.version_id = touched.version_id))
  INSERT INTO "agreement_unit" (version_id, project_id, kind, rated_at, approved, edited, rejected, reviewers, verdicts)
  SELECT c.version_id, c.project_id, a.kind, c.rated_at, c.approved, c.edited, c.rejected, c.reviewers, c.verdicts
  FROM counted c JOIN "version" v ON v.id = c.version_id JOIN "artifact" a ON a.id = v.artifact_id
  ON CONFLICT (version_id) DO UPDATE SET rated_at = excluded.rated_at, approved = excluded.approved, edited = excluded.edited,
    rejected = excluded.rejected, reviewers = excluded.reviewers, verdicts = excluded.verdicts;
END $$;

CREATE FUNCTION gloss_add_up_decisions() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  ids uuid[] := ARRAY(SELECT id FROM made);
BEGIN
  PERFORM gloss_count_decisions(ids);
  PERFORM gloss_count_agreement(ids);
  RETURN NULL;
END $$;
CREATE TRIGGER decision_added_up AFTER INSERT ON "decision" REFERENCING NEW TABLE AS made
  FOR EACH STATEMENT EXECUTE FUNCTION gloss_add_up_decisions();

-- What was decided before.
SELECT gloss_count_decisions(ids), gloss_count_agreement(ids) FROM (SELECT ARRAY(SELECT id FROM "decision") AS ids) earlier;
