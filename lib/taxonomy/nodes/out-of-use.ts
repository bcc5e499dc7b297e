import { sql } from '@/lib/platform/db'

const raw = <Text extends string>(text: Text) => sql([text])

/**
 * The topmost removed node at or above a place of the tree, as a lateral join: `id`, its version and names, nothing where all of the
 * way is in use. `place`: an expression for the path, which is no more than four levels deep.
 */
export function removedAbove(projectId: string, place: string) {
  const prefixes = [6, 12, 18, 24].map((length) => `left(${place}, ${length})`).join(', ')
  return sql`LATERAL (
    SELECT r.id, r.path, r.name_en, r.name_zh, r.version_id FROM taxonomy_node r
    WHERE r.project_id = ${projectId}::uuid AND r.state = 'removed' AND NOT r.gone AND r.path IN (${raw(prefixes)})
    ORDER BY r.path LIMIT 1)`
}

/** Subjects of pairs as the tree has them now, a merged one where it went: a join of `node` on an expression for the subject's id. */
export function subjectPlace(projectId: string, subject: string) {
  return sql`LATERAL (
    SELECT coalesce(m.id, n.id) AS id, coalesce(m.path, n.path) AS path, m.id IS NULL AND n.gone AS gone
    FROM taxonomy_node n LEFT JOIN taxonomy_node m ON n.gone AND m.id = n.merged_into AND NOT m.gone
    WHERE n.project_id = ${projectId}::uuid AND n.id = ${raw(subject)})`
}
