import { defaultOverlap } from '@/lib/artifacts/model'
import type { Tx } from '@/lib/platform/db'

/**
 * Makes settled versions wait once more, with new places for as many people as the plan of their kind says now. What was decided stays
 * as history: decisions up to now are no votes of the new round. The caller has locked the artifacts.
 */
export async function reopenDrafts(tx: Tx, versionIds: readonly string[]): Promise<void> {
  const ids = [...versionIds]
  await tx.$executeRaw`
    WITH again AS MATERIALIZED (
      SELECT w.version_id, w.project_id, w.position, w.kind, w.doubt, w.touches, w.label, w.author_id,
        COALESCE(p.overlap, LEAST((${JSON.stringify(defaultOverlap)}::jsonb->>w.kind)::int, GREATEST(1, (
          SELECT count(*)::int FROM membership m JOIN "user" u ON u.id = m.user_id AND u.kind = 'person'
          WHERE m.project_id = w.project_id AND m.user_id IS DISTINCT FROM w.author_id)))) AS overlap,
        COALESCE(p.strategy, 'oldest') AS strategy, COALESCE(p.assigned_to, '{}') AS assigned_to,
        COALESCE((SELECT max(s.number) FROM review_slot s WHERE s.version_id = w.version_id), 0) AS places
      FROM draft w LEFT JOIN review_plan p ON p.project_id = w.project_id AND p.kind = w.kind
      WHERE w.version_id = ANY(${ids}::uuid[]) AND w.state IN ('approved', 'rejected')),
    waits AS (
      UPDATE draft w SET state = 'waiting', settled_at = NULL, overlap = a.overlap, assigned_to = a.assigned_to,
        votes_after = (SELECT COALESCE(max(number), 0) FROM decision)
      FROM again a WHERE a.version_id = w.version_id)
    INSERT INTO review_slot (version_id, number, project_id, position, kind, sort_key, assigned_to, author_id)
    SELECT a.version_id, a.places + place, a.project_id, a.position, a.kind,
      gloss_sort_key(a.kind, a.strategy, a.position, a.doubt, a.touches, a.label), a.assigned_to, a.author_id
    FROM again a, generate_series(1, a.overlap) place`
}
