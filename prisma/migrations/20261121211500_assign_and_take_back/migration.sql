-- Who was given which drafts by hand, and to whom they were assigned before: so that an assignment can be taken back.
CREATE TABLE "assignment" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "assigned_to" TEXT[] NOT NULL,
    "created_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "undone_at" TIMESTAMP(3),

    CONSTRAINT "assignment_pkey" PRIMARY KEY ("id")
);
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project" ("id") ON DELETE CASCADE ON UPDATE CASCADE;
CREATE INDEX "assignment_project_id_idx" ON "assignment" ("project_id");

CREATE TABLE "assigned_draft" (
    "assignment_id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "before" TEXT[] NOT NULL,

    CONSTRAINT "assigned_draft_pkey" PRIMARY KEY ("assignment_id", "version_id")
);
ALTER TABLE "assigned_draft" ADD CONSTRAINT "assigned_draft_assignment_id_fkey" FOREIGN KEY ("assignment_id") REFERENCES "assignment" ("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "assigned_draft" ADD CONSTRAINT "assigned_draft_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "draft" ("version_id") ON DELETE CASCADE ON UPDATE CASCADE;
CREATE INDEX "assigned_draft_version_id_idx" ON "assigned_draft" ("version_id");

-- As before, but what was given to somebody by name comes before what anybody may take.
CREATE OR REPLACE FUNCTION gloss_take_places(
  in_project uuid, me text, names text[], of_kind text, wanted int, asked uuid, with_skipped boolean, may_take_any boolean,
  seconds float8)
RETURNS TABLE ("versionId" uuid, "leasedUntil" timestamp, rank int, "sortKey" text)
LANGUAGE plpgsql
-- A plan that is kept does not know how few rows are wanted: it must not come to sort a million of them.
SET enable_seqscan = off SET enable_sort = off SET plan_cache_mode = force_generic_plan
AS $$
DECLARE
  until timestamp := now()::timestamp + make_interval(secs => seconds);
  alone boolean := NOT EXISTS (SELECT 1 FROM "membership" m JOIN "user" u ON u.id = m.user_id AND u.kind = 'person'
    WHERE m.project_id = in_project AND m.user_id <> me);
  own_kinds text[] := ARRAY(SELECT p.kind FROM "review_plan" p WHERE p.project_id = in_project AND p.own_drafts);
  from_key text := CASE WHEN of_kind IS NULL THEN '' ELSE left(gloss_sort_key(of_kind, 'oldest', 0, NULL, NULL, ''), 1) END;
  to_key text := CASE WHEN of_kind IS NULL THEN '~' ELSE chr(ascii(from_key) + 1) END;
  people text[] := (SELECT s.assigned_to FROM "review_slot" s
    WHERE s.project_id = in_project AND s.closed_at IS NULL AND s.holder_id IS NULL ORDER BY s.assigned_to LIMIT 1);
  mine text[] := '{}';
  missing int := wanted;
  found int;
BEGIN
  IF asked IS NOT NULL THEN
    RETURN QUERY
    WITH place AS MATERIALIZED (
      SELECT s.version_id, s.number FROM "review_slot" s
      WHERE s.version_id = asked AND s.project_id = in_project AND s.closed_at IS NULL
        AND (s.holder_id IS NULL OR s.holder_id = me OR s.leased_until < now()::timestamp)
        AND (s.author_id IS DISTINCT FROM me OR alone OR s.kind = ANY(own_kinds))
        AND (s.assigned_to = '{}' OR s.assigned_to && names OR s.holder_id = me OR may_take_any)
        AND NOT EXISTS (SELECT 1 FROM "decision" d JOIN "draft" w ON w.version_id = d.version_id
          WHERE d.version_id = s.version_id AND d.reviewer_id = me AND d.verdict IN ('approve', 'edit', 'reject')
            AND d.number > w.votes_after AND NOT EXISTS (SELECT 1 FROM "decision" u WHERE u.undoes_id = d.id))
      ORDER BY s.holder_id = me DESC NULLS LAST, s.number LIMIT 1 FOR UPDATE OF s)
    UPDATE "review_slot" s SET holder_id = me, leased_until = until FROM place p
    WHERE s.version_id = p.version_id AND s.number = p.number
    RETURNING s.version_id, s.leased_until, 0, s.sort_key;
    GET DIAGNOSTICS found = ROW_COUNT;
    missing := missing - found;
  END IF;

  IF missing > 0 THEN
    RETURN QUERY
    WITH latest AS MATERIALIZED (
      SELECT s.version_id, s.number FROM "review_slot" s
      WHERE s.project_id = in_project AND s.holder_id = me AND s.closed_at IS NULL AND s.version_id IS DISTINCT FROM asked
        AND (of_kind IS NULL OR s.kind = of_kind)
      ORDER BY s.leased_until DESC, s.sort_key LIMIT missing),
    held AS MATERIALIZED (
      SELECT s.version_id, s.number FROM latest l JOIN "review_slot" s ON s.version_id = l.version_id AND s.number = l.number
      WHERE s.holder_id = me AND s.closed_at IS NULL
      ORDER BY s.sort_key, s.number FOR UPDATE OF s)
    UPDATE "review_slot" s SET holder_id = me, leased_until = until FROM held h
    WHERE s.version_id = h.version_id AND s.number = h.number
    RETURNING s.version_id, s.leased_until, 1, s.sort_key;
    GET DIAGNOSTICS found = ROW_COUNT;
    missing := missing - found;
  END IF;

  IF missing > 0 THEN
    RETURN QUERY
    WITH lapsed AS MATERIALIZED (
      SELECT s.version_id, s.number FROM "review_slot" s
      WHERE s.project_id = in_project AND s.closed_at IS NULL AND s.holder_id IS NOT NULL AND s.holder_id <> me
        AND s.leased_until < now()::timestamp AND s.version_id IS DISTINCT FROM asked
        AND (of_kind IS NULL OR s.kind = of_kind) AND (s.assigned_to = '{}' OR s.assigned_to && names)
        AND (s.author_id IS DISTINCT FROM me OR alone OR s.kind = ANY(own_kinds)) AND NOT me = ANY(s.passed_by)
        AND NOT EXISTS (SELECT 1 FROM "review_slot" o WHERE o.version_id = s.version_id AND o.closed_at IS NULL
          AND (o.holder_id = me OR (o.number < s.number AND (o.holder_id IS NULL OR o.leased_until < now()::timestamp))))
      ORDER BY s.leased_until, s.sort_key, s.number LIMIT missing FOR UPDATE OF s SKIP LOCKED)
    UPDATE "review_slot" s SET holder_id = me, leased_until = until FROM lapsed l
    WHERE s.version_id = l.version_id AND s.number = l.number
    RETURNING s.version_id, s.leased_until, 2, s.sort_key;
    GET DIAGNOSTICS found = ROW_COUNT;
    missing := missing - found;
  END IF;

  IF missing > 0 THEN
    WHILE people IS NOT NULL LOOP
      IF people = '{}' OR people && names THEN mine := array_append(mine, people::text); END IF;
      people := (SELECT s.assigned_to FROM "review_slot" s
        WHERE s.project_id = in_project AND s.closed_at IS NULL AND s.holder_id IS NULL AND s.assigned_to > people
        ORDER BY s.assigned_to LIMIT 1);
    END LOOP;
    RETURN QUERY
    WITH fresh AS MATERIALIZED (
      SELECT f.version_id, f.number FROM unnest(mine) one(assigned) CROSS JOIN LATERAL (
        SELECT s.version_id, s.number, s.sort_key FROM "review_slot" s
        WHERE s.project_id = in_project AND s.closed_at IS NULL AND s.holder_id IS NULL
          AND s.assigned_to = one.assigned::text[] AND s.sort_key >= from_key AND s.sort_key < to_key
          AND s.version_id IS DISTINCT FROM asked
          AND (s.author_id IS DISTINCT FROM me OR alone OR s.kind = ANY(own_kinds)) AND NOT me = ANY(s.passed_by)
          AND NOT EXISTS (SELECT 1 FROM "review_slot" o WHERE o.version_id = s.version_id AND o.closed_at IS NULL
            AND (o.holder_id = me OR (o.number < s.number AND (o.holder_id IS NULL OR o.leased_until < now()::timestamp))))
        ORDER BY s.sort_key, s.number LIMIT missing FOR UPDATE OF s SKIP LOCKED) f
      ORDER BY me = ANY(one.assigned::text[]) DESC, f.sort_key, f.number LIMIT missing)
    UPDATE "review_slot" s SET holder_id = me, leased_until = until FROM fresh f
    WHERE s.version_id = f.version_id AND s.number = f.number
    RETURNING s.version_id, s.leased_until, CASE WHEN me = ANY(s.assigned_to) THEN 3 ELSE 4 END, s.sort_key;
    GET DIAGNOSTICS found = ROW_COUNT;
    missing := missing - found;
  END IF;

  IF missing > 0 AND with_skipped THEN
    RETURN QUERY
    WITH skipped AS MATERIALIZED (
      SELECT s.version_id, s.number FROM "review_slot" s
      WHERE s.project_id = in_project AND s.closed_at IS NULL
        AND (s.holder_id IS NULL OR (s.holder_id <> me AND s.leased_until < now()::timestamp))
        AND s.version_id IS DISTINCT FROM asked AND (of_kind IS NULL OR s.kind = of_kind)
        AND (s.assigned_to = '{}' OR s.assigned_to && names) AND me = ANY(s.passed_by)
        AND (s.author_id IS DISTINCT FROM me OR alone OR s.kind = ANY(own_kinds))
        AND s.version_id IN (SELECT d.version_id FROM "decision" d
          WHERE d.project_id = in_project AND d.reviewer_id = me AND d.verdict = 'skip'
            AND NOT EXISTS (SELECT 1 FROM "decision" u WHERE u.undoes_id = d.id))
        AND NOT EXISTS (SELECT 1 FROM "decision" d JOIN "draft" w ON w.version_id = d.version_id
          WHERE d.version_id = s.version_id AND d.reviewer_id = me AND d.verdict IN ('approve', 'edit', 'reject')
            AND d.number > w.votes_after AND NOT EXISTS (SELECT 1 FROM "decision" u WHERE u.undoes_id = d.id))
        AND NOT EXISTS (SELECT 1 FROM "review_slot" o WHERE o.version_id = s.version_id AND o.closed_at IS NULL
          AND (o.holder_id = me OR (o.number < s.number AND (o.holder_id IS NULL OR o.leased_until < now()::timestamp))))
      ORDER BY s.sort_key, s.number LIMIT missing FOR UPDATE OF s SKIP LOCKED)
    UPDATE "review_slot" s SET holder_id = me, leased_until = until FROM skipped k
    WHERE s.version_id = k.version_id AND s.number = k.number
    RETURNING s.version_id, s.leased_until, 5, s.sort_key;
  END IF;
END $$;
