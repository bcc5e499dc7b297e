import { db, sql } from '@/lib/platform/db'
import type { Recipe } from '@/lib/synthesis/model'
import { choosePairs } from '@/lib/synthesis/pairs/choose-pairs'
import type { PlacedPair } from '@/lib/synthesis/pairs/model'
import { removedAbove, subjectPlace } from '@/lib/taxonomy/nodes/out-of-use'

type Of = { releaseId: string; projectId: string }

/**
 * The pairs of a release whose subject is in use now: neither it nor anything above it is removed. A place is one among all pairs of
 * the release, so that a removal moves nobody. What another project's tree knows and this one does not is in use.
 */
async function pairsInUse({ releaseId, projectId }: Of): Promise<PlacedPair[]> {
  return db.$queryRaw<PlacedPair[]>`
    SELECT p.ordinal, p.artifact_id AS "artifactId", p.version_id AS "versionId", p.subject::text AS subject,
      coalesce(node.path, '') AS path
    FROM (
      SELECT row_number() OVER (ORDER BY a.key COLLATE "C", a.id)::int AS ordinal, a.id AS artifact_id, v.id AS version_id,
        (v.content->'subject'->>'nodeId')::uuid AS subject
      FROM release_item i JOIN version v ON v.id = i.version_id JOIN artifact a ON a.id = v.artifact_id AND a.kind = 'pair'
      WHERE i.release_id = ${releaseId}::uuid) p
      LEFT JOIN ${subjectPlace(projectId, 'p.subject')} node ON true
      LEFT JOIN ${removedAbove(projectId, 'node.path')} removed ON true
    WHERE removed.id IS NULL AND node.gone IS NOT TRUE
    ORDER BY p.ordinal`
}

/** The pairs that a recipe takes of a release as the tree stands now, in their order. */
export async function findPairs(of: Of, recipe: Pick<Recipe, 'pairs' | 'seed'>): Promise<PlacedPair[]> {
  if (!recipe.pairs) return []
  const { nodes, cap, perSubject } = recipe.pairs
  const [pairs, places] = await Promise.all([
    pairsInUse(of),
    nodes.length === 0
      ? []
      : db.$queryRaw<{ id: string; path: string }[]>(sql`
          SELECT id, path FROM taxonomy_node WHERE project_id = ${of.projectId}::uuid AND NOT gone
            AND id = ANY(${nodes.map(({ id }) => id)}::uuid[])`),
  ])
  const pathOf = new Map(places.map(({ id, path }) => [id, path]))
  const known = nodes.flatMap((node) => {
    const path = pathOf.get(node.id)
    return path === undefined ? [] : [{ ...node, path }]
  })
  return choosePairs(pairs, { cap, perSubject, nodes: known, seed: recipe.seed })
}
