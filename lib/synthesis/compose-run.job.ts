import { readHeldOut } from '@/lib/corpora/held-out/read-held-out'
import { audit } from '@/lib/platform/audit'
import { db } from '@/lib/platform/db'
import { files } from '@/lib/platform/files'
import type { WrittenFile } from '@/lib/platform/hashed-file'
import { type JobContext, type JobHandler, startJob } from '@/lib/platform/jobs'
import { systemActor } from '@/lib/platform/model'
import { composePartsJob, composeRunJob } from '@/lib/synthesis/jobs'
import { recipeSchema } from '@/lib/synthesis/model'
import { freezePairs } from '@/lib/synthesis/pairs/freeze-pairs'
import { PAIRS_ID } from '@/lib/synthesis/pairs/model'
import { composeAllParts } from '@/lib/synthesis/parts/compose-all-parts'
import { cutParts } from '@/lib/synthesis/parts/cut-parts'
import { findRunDuplicates } from '@/lib/synthesis/parts/find-run-duplicates'
import { joinParts } from '@/lib/synthesis/parts/join-parts'
import { mergeCounts, subtractCounts } from '@/lib/synthesis/parts/merge-counts'
import { planParts } from '@/lib/synthesis/parts/plan-parts'
import { readParts } from '@/lib/synthesis/parts/queries'
import { type Prepared, prepareRelease, readCorpora } from '@/lib/synthesis/prepare-release'
import { type TallyCounts, tallySchema } from '@/lib/synthesis/schema'

const actor = systemActor('compose-run')

/** Workers that are asked to help, as long as there are parts for them. */
const MOST_HELPERS = 15

/**
 * Composes a run into its file, in parts that any number of workers take one by one. Run again after a crash it goes on with
 * the parts that are not done. The bytes are the same however many workers there were: a record holds nothing of this run, of
 * the time or of its part.
 */
export const composeRunHandler: JobHandler<typeof composeRunJob.payload> = {
  job: composeRunJob,
  async run({ runId }, context) {
    const run = await db.run.findUnique({ where: { id: runId } })
    if (!run || run.state === 'done') return {}
    await db.run.update({ where: { id: runId }, data: { state: 'running' } })
    await context.progress({ done: 0, step: { key: 'preparingRelease' } })
    const recipe = recipeSchema.parse(run.recipe)
    const { id, projectId } = run
    const corpora = await readCorpora(projectId, recipe.corpora)
    await freezePairs(run, recipe)
    const sources = [...corpora, ...(recipe.pairs ? [{ id: PAIRS_ID }] : [])]
    // The others prepare at the same time.
    await planWork({ id, projectId, sources, copies: recipe.copies }, context)
    const prepared = await prepareRelease(run.releaseId, { projectId, recipe, runId })
    const heldOut = await readHeldOut(projectId)
    await composeAllParts({ runId, prepared, heldOut, progress: context.progress })
    const joined = await joinRun(runId, { prepared, context })
    await finishRun(run, joined)
    await files().remove(`runs/${runId}/parts`)
    return { instructions: joined.instructions, bytes: joined.file.bytes, sha256: joined.file.sha256 }
  },
  async ended({ runId }, state) {
    const run = await db.run.findUnique({ where: { id: runId } })
    if (!run || run.state === 'done') return
    await db.$transaction(async (tx) => {
      await tx.run.update({ where: { id: runId }, data: { state, finishedAt: new Date() } })
      await tx.runPart.deleteMany({ where: { runId } })
      await tx.runPair.deleteMany({ where: { runId } })
      const { id: subjectId, projectId } = run
      await audit(tx, actor, { action: `run.${state}`, subjectKind: 'run', subjectId, projectId })
    })
    await files().remove(`runs/${runId}`)
  },
}

/** Cuts the run into parts and calls the other workers, once. */
async function planWork(
  run: { id: string; projectId: string; sources: readonly { id: string }[]; copies: number },
  context: JobContext,
): Promise<void> {
  const parts = await cutParts(run.sources, run)
  const isNew = await planParts(run.id, parts)
  const helpers = Math.min(parts.length - 1, MOST_HELPERS)
  if (!isNew || !context.runId) return
  await db.$transaction(async (tx) => {
    for (let helper = 0; helper < helpers; helper++)
      await startJob(tx, actor, {
        job: composePartsJob,
        projectId: run.projectId,
        subjectId: run.id,
        partOf: context.runId,
        payload: { runId: run.id },
      })
  })
}

type Joined = { file: WrittenFile; instructions: number; counts: TallyCounts }

/** One file of all parts, without what is there already, and the counts of what is left. */
async function joinRun(
  runId: string,
  { prepared, context }: { prepared: Prepared; context: JobContext },
): Promise<Joined> {
  const parts = await readParts(runId)
  const report = (key: string) => (share: number) =>
    context.progress({ done: totalOf(prepared), step: { key, params: { percent: Math.round(share * 100) } } })
  const corpusOf = ({ source }: { source: number }) => prepared.corpora[source]!.id
  const { verdicts, twins } = await findRunDuplicates(runId, {
    parts,
    corpusOf,
    report: report('comparingRecords'),
  })
  const joined = await joinParts(runId, {
    key: `runs/${runId}/instructions.jsonl`,
    parts,
    verdicts,
    twins,
    report: report('joiningParts'),
  })
  const { taken, duplicates, nearDuplicates, refusals } = joined
  const made = parts
    .map(({ counts }) => tallySchema.parse(counts))
    .reduce((sum, counts) => mergeCounts(sum, counts), tallySchema.parse({}))
  const refused = {
    ...made.refused,
    ...(duplicates > 0 && { duplicate: duplicates }),
    ...(nearDuplicates > 0 && { 'near-duplicate': nearDuplicates }),
  }
  const instructions = parts.reduce((sum, part) => sum + part.instructions, 0) - duplicates - nearDuplicates
  return {
    file: joined.file,
    instructions,
    counts: {
      ...subtractCounts(made, taken.counts()),
      refused,
      refusals: { ...made.refusals, ...refusals },
    },
  }
}

const totalOf = (prepared: Prepared) =>
  prepared.corpora.reduce((sum, { instanceCount }) => sum + instanceCount, 0)

async function finishRun(
  run: { id: string; projectId: string },
  { file, instructions, counts }: Joined,
): Promise<void> {
  const { key: fileKey, bytes, sha256 } = file
  const { byVersion, refusals, ...shown } = counts
  await db.$transaction(async (tx) => {
    await tx.run.update({
      where: { id: run.id },
      data: {
        state: 'done',
        instructionCount: instructions,
        counts: shown,
        refusals,
        fileKey,
        bytes,
        sha256,
        finishedAt: new Date(),
      },
    })
    await tx.$executeRaw`
      INSERT INTO run_use (run_id, version_id, records)
      SELECT ${run.id}::uuid, used.* FROM unnest(${Object.keys(byVersion)}::uuid[], ${Object.values(byVersion)}::int[]) used
      ON CONFLICT DO NOTHING`
    await tx.runPart.deleteMany({ where: { runId: run.id } })
    await tx.runPair.deleteMany({ where: { runId: run.id } })
    await audit(tx, actor, {
      action: 'run.composed',
      subjectKind: 'run',
      subjectId: run.id,
      projectId: run.projectId,
      data: { instructions, sha256 },
    })
  })
}
