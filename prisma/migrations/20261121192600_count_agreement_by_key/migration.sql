-- As before, but each unit is found by its key, so that a bulk of decisions costs as much as so many single ones: what is touched
-- goes, and what two or more said comes back.
CREATE OR REPLACE FUNCTION gloss_count_agreement(ids uuid[]) RETURNS void LANGUAGE plpgsql
  SET plan_cache_mode = force_generic_plan AS $$
BEGIN
  DELETE FROM "agreement_unit" g WHERE g.version_id IN (
    SELECT n.version_id FROM unnest(ids) AS counted (id) JOIN "decision" n ON n.id = counted.id WHERE n.verdict <> 'skip');

  INSERT INTO "agreement_unit" (version_id, project_id, kind, rated_at, approved, edited, rejected, reviewers, verdicts)
  SELECT s.version_id, s.project_id, s.kind, max(s.created_at), count(*) FILTER (WHERE s.verdict = 'approve'),
    count(*) FILTER (WHERE s.verdict = 'edit'), count(*) FILTER (WHERE s.verdict = 'reject'),
    array_agg(s.reviewer_id ORDER BY s.reviewer_id),
    array_agg(array_position(ARRAY['approve', 'edit', 'reject'], s.verdict) - 1 ORDER BY s.reviewer_id)
  FROM (
    SELECT DISTINCT ON (d.version_id, d.reviewer_id) d.version_id, d.project_id, a.kind, d.reviewer_id, d.verdict, d.created_at
    FROM (
        SELECT DISTINCT n.version_id FROM unnest(ids) AS counted (id) JOIN "decision" n ON n.id = counted.id
        WHERE n.verdict <> 'skip') touched
      JOIN "decision" d ON d.version_id = touched.version_id JOIN "draft" f ON f.version_id = d.version_id
      JOIN "version" v ON v.id = d.version_id JOIN "artifact" a ON a.id = v.artifact_id
    WHERE d.verdict IN ('approve', 'edit', 'reject') AND d.role = 'reviewer' AND d.number > f.votes_after
      AND (d.verdict <> 'approve' OR (
        SELECT e.id FROM "decision" e WHERE e.reviewer_id = d.reviewer_id AND e.request_key = d.request_key
          AND e.result_version_id = d.version_id AND e.verdict = 'edit') IS NULL)
      AND (SELECT u.id FROM "decision" u WHERE u.undoes_id = d.id) IS NULL
    ORDER BY d.version_id, d.reviewer_id, d.number DESC) s
  GROUP BY s.version_id, s.project_id, s.kind HAVING count(*) > 1
  ON CONFLICT (version_id) DO UPDATE SET rated_at = excluded.rated_at, approved = excluded.approved, edited = excluded.edited,
    rejected = excluded.rejected, reviewers = excluded.reviewers, verdicts = excluded.verdicts;
END $$;
