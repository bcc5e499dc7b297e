import type { z } from 'zod'
import { spreadOrdinals } from '@/lib/corpora/choose-ordinals'
import type { ProjectActor } from '@/lib/projects/model'
import { composeInstruction } from '@/lib/synthesis/compose-instruction'
import { makeDraw } from '@/lib/synthesis/make-draw'
import { type Instruction, type Recipe, refusalReasons, strategies } from '@/lib/synthesis/model'
import { type Prepared, prepareRelease } from '@/lib/synthesis/prepare-release'
import type { ComposableInstance, Composed } from '@/lib/synthesis/prepared/model'
import type { previewRunEndpoint, TallyCounts } from '@/lib/synthesis/schema'
import { findRelease } from '@/lib/synthesis/start-run'
import { tallyRun } from '@/lib/synthesis/tally-run'

/** Instances looked at for each record shown: enough for the mix, and that a recipe which leaves many out fills the preview. */
const LOOKS = 20
/** Refused records shown of each reason. */
const SHOWN_REFUSED = 8

type RunPreview = z.infer<typeof previewRunEndpoint.response>

/** Records that the run would hold, from all over its corpora, and how many and how large all would be. Writes nothing. */
export async function previewRun(
  actor: ProjectActor,
  input: { release: number; recipe: Recipe; count?: number },
): Promise<RunPreview> {
  const { recipe, count = 20 } = input
  const release = await findRelease(actor, { number: input.release })
  const prepared = await prepareRelease(release.id, { projectId: actor.project.id, recipe })
  const looked = lookAround(prepared, count * LOOKS)
  const tally = tallyRun()
  const made = looked.flatMap((instance) => {
    const composed = composeFirst(instance, prepared)
    tally.add(composed)
    return composed.made ? [composed.instruction] : []
  })
  const total = prepared.corpora.reduce((sum, { instanceCount }) => sum + instanceCount, 0) * recipe.copies
  const instructions = looked.length ? Math.round((total * made.length) / looked.length) : 0
  const bytes = made.reduce((sum, one) => sum + Buffer.byteLength(JSON.stringify(one)) + 1, 0)
  const counts = tally.counts()
  return {
    items: spreadOrdinals(made.length, count).map((at) => made[at - 1]!),
    estimate: { instructions, bytes: made.length ? Math.round((instructions * bytes) / made.length) : 0 },
    tried: looked.length,
    refused: refusedOf(counts),
    mix: mixOf(made),
    coverage: { ...coverageOf(prepared), lacking: lackingOf(counts) },
  }
}

function mixOf(made: readonly Instruction[]): RunPreview['mix'] {
  const counts = new Map<string, RunPreview['mix'][number]>()
  for (const { provenance } of made) {
    const { taskForm, carrier, strategies: own = [] } = provenance
    const key = `${taskForm}/${own.join()}/${carrier}`
    const known = counts.get(key) ?? { taskForm, strategies: own, carrier, share: 0 }
    counts.set(key, { ...known, share: known.share + 1 / made.length })
  }
  return [...counts.values()].sort((a, b) => b.share - a.share)
}

function coverageOf({ release, recipe }: Prepared): Omit<RunPreview['coverage'], 'lacking'> {
  const allowed = [...release.corpora.values()].filter((corpus) => corpus.refusedLicence === undefined)
  const forms = allowed.flatMap((corpus) => corpus.forms)
  const count = (of: 'labels' | 'guided') => forms.reduce((sum, form) => sum + form[of].length, 0)
  return { labels: count('labels'), guided: count('guided'), reachable: recipe.compound.reachable }
}

function lackingOf({ missed, byStrategy }: TallyCounts): RunPreview['coverage']['lacking'] {
  const shares = strategies.flatMap((strategy) => {
    const lacked = missed[strategy] ?? 0
    return lacked > 0 ? [[strategy, lacked / (lacked + (byStrategy[strategy] ?? 0))]] : []
  })
  return Object.fromEntries(shares)
}

/** Instances evenly apart, from every corpus by its size. */
function lookAround({ corpora, samples }: Prepared, count: number): ComposableInstance[] {
  const total = corpora.reduce((sum, { instanceCount }) => sum + instanceCount, 0)
  return corpora.flatMap(({ id, instanceCount }) => {
    const share = Math.max(1, Math.round((count * instanceCount) / Math.max(1, total)))
    const sample = samples.get(id) ?? []
    return spreadOrdinals(sample.length, share).map((at) => sample[at - 1]!)
  })
}

function composeFirst(instance: ComposableInstance, { release, recipe }: Prepared): Composed {
  const draw = makeDraw({ seed: recipe.seed, instanceId: instance.id, copy: 0 })
  return composeInstruction(instance, release, recipe, draw)
}

/** Of every reason some records: a preview is sent at every turn of a knob. */
function refusedOf({ refused, refusals }: TallyCounts): RunPreview['refused'] {
  return refusalReasons.flatMap((reason) => {
    const count = refused[reason] ?? 0
    return count > 0 ? [{ reason, count, records: (refusals[reason] ?? []).slice(0, SHOWN_REFUSED) }] : []
  })
}
