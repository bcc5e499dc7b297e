-- The plan of these is as good for one decision as for many, and making it anew each time takes longer than it runs. What is not a
-- rejection, and what nobody else decided, is not looked at twice.
CREATE OR REPLACE FUNCTION gloss_count_decisions(ids uuid[]) RETURNS void LANGUAGE plpgsql
  SET plan_cache_mode = force_generic_plan AS $$
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
END $$;

CREATE FUNCTION gloss_count_rejections(ids uuid[]) RETURNS void LANGUAGE plpgsql
  SET plan_cache_mode = force_generic_plan AS $$
BEGIN
  INSERT INTO "rejection_day" AS t (project_id, day, kind, reviewer_id, reason_code, rejected)
  SELECT d.project_id, d.created_at::date, a.kind, d.reviewer_id, COALESCE(d.reason_code, 'other'),
    sum(CASE WHEN n.undoes_id IS NULL THEN 1 ELSE -1 END)
  FROM unnest(ids) AS counted (id) JOIN "decision" n ON n.id = counted.id
    JOIN "decision" d ON d.id = COALESCE(n.undoes_id, n.id) AND d.verdict = 'reject'
    JOIN "version" v ON v.id = d.version_id JOIN "artifact" a ON a.id = v.artifact_id
  GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 2, 3, 4, 5
  ON CONFLICT (project_id, day, kind, reviewer_id, reason_code) DO UPDATE SET rejected = t.rejected + excluded.rejected;
END $$;

ALTER FUNCTION gloss_count_agreement(uuid[]) SET plan_cache_mode = force_generic_plan;

CREATE OR REPLACE FUNCTION gloss_add_up_decisions() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  ids uuid[] := ARRAY(SELECT id FROM made);
BEGIN
  PERFORM gloss_count_decisions(ids);
  IF EXISTS (SELECT 1 FROM made WHERE verdict IN ('reject', 'undo')) THEN
    PERFORM gloss_count_rejections(ids);
  END IF;
  IF EXISTS (
    SELECT 1 FROM made n JOIN "decision" o ON o.version_id = n.version_id AND o.reviewer_id <> n.reviewer_id
    WHERE n.verdict <> 'skip') THEN
    PERFORM gloss_count_agreement(ids);
  END IF;
  RETURN NULL;
END $$;
