import { pool } from '@/lib/platform/db'
import type { Recipe } from '@/lib/synthesis/model'
import { findPairs } from '@/lib/synthesis/pairs/find-pairs'

/** Writes down which pairs a run takes, once: whoever votes meanwhile, and whichever worker goes on, it composes these. */
export async function freezePairs(
  run: { id: string; releaseId: string; projectId: string },
  recipe: Recipe,
): Promise<void> {
  if (!recipe.pairs) return
  const pairs = await findPairs(run, recipe)
  await pool().query(
    `INSERT INTO run_pair (run_id, ordinal, version_id)
     SELECT $1::uuid, t.ordinal, t.version_id FROM unnest($2::int[], $3::uuid[]) AS t (ordinal, version_id)
     WHERE NOT EXISTS (SELECT 1 FROM run_pair WHERE run_id = $1::uuid)
       AND NOT EXISTS (SELECT 1 FROM run_part WHERE run_id = $1::uuid)
     ON CONFLICT DO NOTHING`,
    [run.id, pairs.map(({ ordinal }) => ordinal), pairs.map(({ versionId }) => versionId)],
  )
}
