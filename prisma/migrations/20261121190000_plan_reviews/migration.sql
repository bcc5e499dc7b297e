-- How many people decide a draft, who, and in which order.
CREATE TABLE "review_plan" (
    "project_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "overlap" INTEGER NOT NULL DEFAULT 1,
    "strategy" TEXT NOT NULL DEFAULT 'oldest',
    "assigned_to" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[],
    "blind" BOOLEAN NOT NULL DEFAULT true,
    "own_drafts" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "review_plan_pkey" PRIMARY KEY ("project_id","kind"),
    CONSTRAINT review_plan_overlap CHECK (overlap BETWEEN 1 AND 9),
    CONSTRAINT review_plan_strategy CHECK (strategy IN ('oldest', 'least-sure', 'most-touched', 'by-label'))
);
ALTER TABLE "review_plan" ADD CONSTRAINT "review_plan_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "draft"
    ADD COLUMN "overlap" INTEGER NOT NULL DEFAULT 1,
    ADD COLUMN "assigned_to" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[],
    ADD COLUMN "author_id" TEXT,
    ADD COLUMN "label" TEXT NOT NULL DEFAULT '',
    ADD COLUMN "doubt" DOUBLE PRECISION,
    ADD COLUMN "touches" INTEGER,
    ADD COLUMN "votes_after" BIGINT NOT NULL DEFAULT 0,
    ADD COLUMN "replaces_id" UUID,
    ADD CONSTRAINT draft_overlap CHECK (overlap BETWEEN 1 AND 9),
    DROP CONSTRAINT draft_state,
    ADD CONSTRAINT draft_state CHECK (state IN ('waiting', 'disputed', 'approved', 'rejected', 'superseded', 'proposed'));

ALTER TABLE "review_slot"
    ADD COLUMN "kind" TEXT NOT NULL DEFAULT '',
    ADD COLUMN "sort_key" TEXT COLLATE "C" NOT NULL DEFAULT '',
    ADD COLUMN "assigned_to" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[],
    ADD COLUMN "author_id" TEXT,
    ADD COLUMN "passed_by" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[];

ALTER TABLE "decision" ADD COLUMN "role" TEXT NOT NULL DEFAULT 'reviewer',
    ADD CONSTRAINT decision_role CHECK (role IN ('reviewer', 'lead'));

-- The place of a draft in the queue: kinds in the order of the loop, then as the plan of the kind says. What nobody has
-- measured is taken to be half sure, and to touch nothing.
CREATE FUNCTION gloss_sort_key(kind text, strategy text, "position" bigint, doubt float8, touches int, label text)
RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE kind WHEN 'guideline' THEN 'a' WHEN 'rule' THEN 'b' WHEN 'application' THEN 'c' WHEN 'format' THEN 'd' ELSE 'e' END
    || CASE strategy
         WHEN 'least-sure' THEN lpad(round((1 - least(1, greatest(0, coalesce(doubt, 0.5)))) * 1000000)::int::text, 7, '0')
         WHEN 'most-touched' THEN lpad((2147483647 - greatest(0, coalesce(touches, 0)))::text, 10, '0')
         WHEN 'by-label' THEN left(label, 200)
         ELSE ''
       END
    || ' ' || lpad("position"::text, 19, '0')
$$;

-- What is there already waits as it did: one decision each, the oldest first, everybody's.
UPDATE "draft" d SET
  label = left(CASE d.kind
    WHEN 'guideline' THEN v.content->>'label'
    WHEN 'rule' THEN coalesce(v.content->'scope'->'labels'->>0, a.key)
    WHEN 'record' THEN coalesce(v.content->'provenance'->'labels'->>0, '')
    ELSE a.key END, 200),
  author_id = CASE WHEN v.author_kind = 'person' THEN v.author_id END,
  replaces_id = CASE WHEN d.state = 'approved' THEN (
    SELECT o.id FROM "version" o JOIN "draft" od ON od.version_id = o.id AND od.state = 'superseded'
      JOIN "decision" x ON x.version_id = o.id AND x.verdict = 'approve'
        AND NOT EXISTS (SELECT 1 FROM "decision" u WHERE u.undoes_id = x.id)
    WHERE o.artifact_id = v.artifact_id AND o.number < v.number ORDER BY o.number DESC LIMIT 1) END
FROM "version" v JOIN "artifact" a ON a.id = v.artifact_id WHERE v.id = d.version_id;

UPDATE "review_slot" s SET kind = d.kind, author_id = d.author_id,
  sort_key = gloss_sort_key(d.kind, 'oldest', d.position, NULL, NULL, ''),
  passed_by = coalesce((SELECT array_agg(DISTINCT k.reviewer_id) FROM "decision" k
    WHERE s.closed_at IS NULL AND k.version_id = s.version_id AND k.verdict = 'skip'
      AND NOT EXISTS (SELECT 1 FROM "decision" u WHERE u.undoes_id = k.id)), ARRAY[]::text[])
FROM "draft" d WHERE d.version_id = s.version_id;

-- Taking the next drafts reads places that nobody holds, in the order of the queue, per group of people that they are
-- assigned to. What is taken leaves this index, so that nobody reads past it.
DROP INDEX review_slot_queue;
CREATE INDEX review_slot_free ON "review_slot" (project_id, assigned_to, sort_key, number)
  WHERE closed_at IS NULL AND holder_id IS NULL;
-- Leases that are over.
CREATE INDEX review_slot_leased ON "review_slot" (project_id, leased_until)
  WHERE closed_at IS NULL AND holder_id IS NOT NULL;
-- How much waits, and for whom, from the index alone.
CREATE INDEX draft_waiting ON "draft" (project_id, kind, assigned_to, author_id) WHERE state = 'waiting';

-- As before, and: a version enters a release only where the decisions on it have settled it as approved.
CREATE OR REPLACE FUNCTION gloss_check_release_item() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM "decision" d WHERE d.id = NEW.decision_id FOR UPDATE;
  IF EXISTS (SELECT 1 FROM "decision" u WHERE u.undoes_id = NEW.decision_id) THEN
    RAISE EXCEPTION 'decision % was undone: its version cannot enter a release', NEW.decision_id USING ERRCODE = 'check_violation';
  END IF;
  IF NOT EXISTS (
    SELECT 1 FROM "release" r JOIN "version" v ON v.id = NEW.version_id JOIN "artifact" a ON a.id = v.artifact_id
    WHERE r.id = NEW.release_id AND a.project_id = r.project_id AND a.retired_at IS NULL) THEN
    RAISE EXCEPTION 'version % is not a current version of the project of this release', NEW.version_id USING ERRCODE = 'check_violation';
  END IF;
  IF NOT EXISTS (SELECT 1 FROM "draft" d WHERE d.version_id = NEW.version_id AND d.state = 'approved') THEN
    RAISE EXCEPTION 'version % is not settled as approved', NEW.version_id USING ERRCODE = 'check_violation';
  END IF;
  IF NOT EXISTS (SELECT 1 FROM "release" r WHERE r.id = NEW.release_id AND r.xmin = pg_current_xact_id()::xid) THEN
    RAISE EXCEPTION 'release % is frozen', NEW.release_id USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
