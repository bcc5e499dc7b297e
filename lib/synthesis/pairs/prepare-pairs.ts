import { makeDraw } from '@/lib/synthesis/make-draw'
import type { Recipe } from '@/lib/synthesis/model'
import { findPairs } from '@/lib/synthesis/pairs/find-pairs'
import { PAIRS_ID } from '@/lib/synthesis/pairs/model'
import { frozenPlaces, pairsAt } from '@/lib/synthesis/pairs/read-pairs'
import type { PlannedCorpus } from '@/lib/synthesis/plan-recipe'
import type { PreparedCorpus } from '@/lib/synthesis/prepared/model'

/** As many are read to plan and to preview with. */
const SAMPLED = 200

export type PreparedPairs = { corpus: PreparedCorpus; planned: PlannedCorpus; instanceCount: number }

/** The pairs of a release as a recipe takes them: those written down for a run, or those of now. Nothing where it takes none. */
export async function preparePairs(
  releaseId: string,
  { projectId, recipe, runId }: { projectId: string; recipe: Recipe; runId?: string | undefined },
): Promise<PreparedPairs | null> {
  if (!recipe.pairs) return null
  const places = runId ? await frozenPlaces(runId) : await findPairs({ releaseId, projectId }, recipe)
  const draw = makeDraw({ seed: 0, instanceId: `${PAIRS_ID}/sample`, copy: 0 })
  const some = draw.take(places, SAMPLED).sort((a, b) => a.ordinal - b.ordinal)
  const form = {
    form: 'general' as const,
    ...{ labels: [], fields: new Map(), confusions: new Map(), guidelines: new Map(), guided: [], rules: [] },
  }
  return {
    corpus: { id: PAIRS_ID, language: 'en', forms: [form] },
    planned: {
      id: PAIRS_ID,
      instances: places.length,
      shareWithoutGold: new Map([['general' as const, 0]]),
      sample: await pairsAt(releaseId, some),
    },
    instanceCount: places.length,
  }
}
