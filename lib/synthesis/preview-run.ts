import type { z } from 'zod'
import { chooseOrdinals, spreadOrdinals } from '@/lib/corpora/choose-ordinals'
import type { ProjectActor } from '@/lib/projects/model'
import { composeInstruction } from '@/lib/synthesis/compose-instruction'
import { makeDraw } from '@/lib/synthesis/make-draw'
import type { ComposableInstance, Instruction, Recipe } from '@/lib/synthesis/model'
import { type Prepared, prepareRelease } from '@/lib/synthesis/prepare-release'
import { readInstancesAt } from '@/lib/synthesis/read-instances'
import type { previewRunEndpoint } from '@/lib/synthesis/schema'
import { findRelease } from '@/lib/synthesis/start-run'

/** Instances looked at for each record shown: enough that a recipe which leaves many out still fills the preview. */
const LOOKS = 5

type RunPreview = z.infer<typeof previewRunEndpoint.response>

/** Records that the run would hold, from all over its corpora, and how many and how large all would be. Writes nothing. */
export async function previewRun(
  actor: ProjectActor,
  input: { release: number; recipe: Recipe; count?: number },
): Promise<RunPreview> {
  const { recipe, count = 20 } = input
  const release = await findRelease(actor, { number: input.release })
  const prepared = await prepareRelease(release.id, { projectId: actor.project.id, recipe })
  const looked = await lookAround(prepared, count * LOOKS)
  const made = looked.flatMap((instance) => composeFirst(instance, prepared))
  const total = prepared.corpora.reduce((sum, { instanceCount }) => sum + instanceCount, 0) * recipe.copies
  const instructions = looked.length ? Math.round((total * made.length) / looked.length) : 0
  const bytes = made.reduce((sum, one) => sum + Buffer.byteLength(JSON.stringify(one)) + 1, 0)
  return {
    items: spreadOrdinals(made.length, count).map((at) => made[at - 1]!),
    estimate: { instructions, bytes: made.length ? Math.round((instructions * bytes) / made.length) : 0 },
    coverage: coverageOf(prepared),
  }
}

function coverageOf({ release, recipe }: Prepared): RunPreview['coverage'] {
  const corpora = [...release.corpora.values()]
  const count = (of: 'labels' | 'guided') => corpora.reduce((sum, corpus) => sum + corpus[of].length, 0)
  return { labels: count('labels'), guided: count('guided'), reachable: recipe.compound.reachable }
}

/** Instances evenly apart, from every corpus by its size. */
async function lookAround({ corpora }: Prepared, count: number): Promise<ComposableInstance[]> {
  const total = corpora.reduce((sum, { instanceCount }) => sum + instanceCount, 0)
  const looks = corpora.map(({ id, instanceCount }) => {
    const share = Math.max(1, Math.round((count * instanceCount) / Math.max(1, total)))
    return chooseOrdinals(id, share).then((ordinals) => readInstancesAt(id, ordinals))
  })
  return (await Promise.all(looks)).flat()
}

function composeFirst(instance: ComposableInstance, { release, recipe }: Prepared): Instruction[] {
  const draw = makeDraw({ seed: recipe.seed, instanceId: instance.id, copy: 0 })
  const composed = composeInstruction(instance, release, recipe, draw)
  return composed.made ? [composed.instruction] : []
}
