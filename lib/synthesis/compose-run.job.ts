import { audit } from '@/lib/platform/audit'
import { db } from '@/lib/platform/db'
import { type HashedFile, openHashedFile, type WrittenFile } from '@/lib/platform/hashed-file'
import type { JobContext, JobHandler } from '@/lib/platform/jobs'
import { systemActor } from '@/lib/platform/model'
import { composeInstruction } from '@/lib/synthesis/compose-instruction'
import { composeRunJob } from '@/lib/synthesis/jobs'
import { makeDraw } from '@/lib/synthesis/make-draw'
import { type ComposableInstance, recipeSchema } from '@/lib/synthesis/model'
import { type Prepared, prepareRelease } from '@/lib/synthesis/prepare-release'
import { readInstances } from '@/lib/synthesis/read-instances'
import { type RunTally, tallyRun } from '@/lib/synthesis/tally-run'

const actor = systemActor('compose-run')

/**
 * Composes a run into its file. Run again after a crash it starts the file anew and writes the same bytes: the records hold
 * nothing of this run, of the time or of the size of batches.
 */
export const composeRunHandler: JobHandler<typeof composeRunJob.payload> = {
  job: composeRunJob,
  async run({ runId }, context) {
    const run = await db.run.findUnique({ where: { id: runId } })
    if (!run || run.state === 'done') return {}
    await db.run.update({ where: { id: runId }, data: { state: 'running' } })
    await context.progress({ done: 0, step: { key: 'preparingRelease' } })
    const recipe = recipeSchema.parse(run.recipe)
    const prepared = await prepareRelease(run.releaseId, { projectId: run.projectId, recipe })
    const tally = tallyRun()
    const file = await writeRun(`runs/${runId}/instructions.jsonl`, { prepared, tally, context })
    await finishRun(run, { file, tally })
    return { instructions: tally.instructions, bytes: file.bytes, sha256: file.sha256 }
  },
  async ended({ runId }, state) {
    const run = await db.run.findUnique({ where: { id: runId } })
    if (!run || run.state === 'done') return
    await db.$transaction(async (tx) => {
      await tx.run.update({ where: { id: runId }, data: { state, finishedAt: new Date() } })
      const { id: subjectId, projectId } = run
      await audit(tx, actor, { action: `run.${state}`, subjectKind: 'run', subjectId, projectId })
    })
  },
}

type Work = { prepared: Prepared; tally: RunTally; context: Pick<JobContext, 'progress'> }

async function writeRun(key: string, work: Work): Promise<WrittenFile> {
  const file = await openHashedFile(key)
  try {
    await writeInstances(file, work)
    return await file.commit()
  } catch (error) {
    await file.discard()
    throw error
  }
}

async function writeInstances(file: HashedFile, { prepared, tally, context }: Work): Promise<void> {
  const total = prepared.corpora.reduce((sum, { instanceCount }) => sum + instanceCount, 0)
  const startedAt = performance.now()
  let done = 0
  for (const corpus of prepared.corpora)
    for await (const batch of readInstances(corpus.id)) {
      for (const instance of batch) {
        for (const line of composeLines(instance, { prepared, tally })) {
          const full = file.write(line)
          if (full) await full
        }
      }
      done += batch.length
      const rate = Math.round((done * 1000) / (performance.now() - startedAt))
      await context.progress({
        done,
        total,
        step: { key: 'composing', params: { corpus: corpus.name, rate } },
      })
    }
}

/** The lines of one instance: its copies, one after the other. */
function composeLines(instance: ComposableInstance, { prepared, tally }: Omit<Work, 'context'>): string[] {
  const { release, recipe } = prepared
  const lines: string[] = []
  tally.instance()
  for (let copy = 0; copy < recipe.copies; copy++) {
    const draw = makeDraw({ seed: recipe.seed, instanceId: instance.id, copy })
    const composed = composeInstruction(instance, release, recipe, draw)
    tally.add(composed)
    if (composed.made) lines.push(`${JSON.stringify(composed.instruction)}\n`)
  }
  return lines
}

async function finishRun(
  run: { id: string; projectId: string },
  { file, tally }: { file: WrittenFile; tally: RunTally },
): Promise<void> {
  const { key: fileKey, bytes, sha256 } = file
  const counts = tally.counts()
  await db.$transaction(async (tx) => {
    await tx.run.update({
      where: { id: run.id },
      data: {
        state: 'done',
        instructionCount: tally.instructions,
        counts,
        fileKey,
        bytes,
        sha256,
        finishedAt: new Date(),
      },
    })
    await audit(tx, actor, {
      action: 'run.composed',
      subjectKind: 'run',
      subjectId: run.id,
      projectId: run.projectId,
      data: { instructions: tally.instructions, sha256 },
    })
  })
}
