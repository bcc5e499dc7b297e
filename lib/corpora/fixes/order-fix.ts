import { addFix, type WantedFix } from '@/lib/corpora/fixes/add-fix'
import { describeFix } from '@/lib/corpora/fixes/describe-fix'
import { type Fix, undoable, writtenFixSchema } from '@/lib/corpora/fixes/model'
import { refuseOpenWork } from '@/lib/corpora/fixes/refuse-open-work'
import { fixCorpusJob, surveyCorpusJob } from '@/lib/corpora/jobs'
import { labelCountSchema } from '@/lib/corpora/model'
import { audit } from '@/lib/platform/audit'
import { db, type Tx } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import { startJob } from '@/lib/platform/jobs'
import { requireRole } from '@/lib/projects/enter-project'
import type { ProjectActor } from '@/lib/projects/model'

type CorpusRow = NonNullable<Awaited<ReturnType<typeof db.corpus.findUnique>>>
export type Ordered = { number: number; jobId: string }

/** Orders a fix of a corpus; a worker does it in one transaction. */
export function orderFix(actor: ProjectActor, input: { corpus: string; fix: Fix }): Promise<Ordered> {
  return order(actor, input.corpus, async (_tx, corpus) => {
    refuseUnknownLabels(corpus, input.fix)
    return { fix: input.fix }
  })
}

/** Takes back the newest fix that stands. Undoing is a fix too, and its row says which one it undid. */
export function undoFix(actor: ProjectActor, input: { corpus: string; number: number }): Promise<Ordered> {
  return order(actor, input.corpus, async (tx, corpus) => {
    const rows = await tx.corpusFix.findMany({ where: { corpusId: corpus.id } })
    const fixes = rows.map((row) => ({ ...row, fix: writtenFixSchema.parse(row.fix) }))
    const newest = undoable(fixes)
    if (newest?.number !== input.number) throw notUndoable(input.number, newest?.number)
    return { fix: { kind: 'undo', number: newest.number }, undoesId: newest.id }
  })
}

async function order(
  actor: ProjectActor,
  corpusId: string,
  wanted: (tx: Tx, corpus: CorpusRow) => Promise<WantedFix>,
): Promise<Ordered> {
  requireRole(actor, 'lead')
  const projectId = actor.project.id
  return db.$transaction(async (tx) => {
    const corpus = await tx.corpus.findFirst({ where: { id: corpusId, projectId } })
    if (!corpus)
      throw new AppError('not_found', 'There is no such corpus here.', { reason: 'corpus-unknown' })
    if (corpus.state !== 'ready') throw notReady(corpus.name)
    await refuseOpenWork(tx, corpus)
    const { fix, undoesId } = await wanted(tx, corpus)
    const row = await addFix(tx, actor, { corpusId, fix, undoesId })
    await stopSurvey(tx, corpusId)
    const jobId = await startJob(tx, actor, {
      job: fixCorpusJob,
      projectId,
      subjectId: corpusId,
      payload: { fixId: row.id },
      total: corpus.instanceCount,
    })
    await audit(tx, actor, {
      action: 'fix.ordered',
      subjectKind: 'corpus',
      subjectId: corpusId,
      projectId,
      data: { name: corpus.name, number: row.number, fix: describeFix(fix), jobId },
    })
    return { number: row.number, jobId }
  })
}

/** What a survey would find from here on is over; another is ordered when the fix is done. */
function stopSurvey(tx: Tx, corpusId: string) {
  return tx.jobRun.updateMany({
    where: {
      kind: surveyCorpusJob.name,
      subjectId: corpusId,
      state: { in: ['queued', 'running', 'retrying'] },
      cancelAskedAt: null,
    },
    data: { cancelAskedAt: new Date() },
  })
}

/** Only the labels that a corpus counts are known without reading it. */
export function refuseUnknownLabels(corpus: { labels: unknown }, fix: Fix): void {
  if (!('from' in fix) || fix.part !== 'label') return
  const known = new Set(
    labelCountSchema
      .array()
      .parse(corpus.labels)
      .map(({ label }) => label),
  )
  const unknown = fix.from.find((label) => !known.has(label))
  if (unknown === undefined) return
  throw new AppError('invalid', `The corpus has no label “${unknown}”. Nothing was changed.`, {
    reason: 'fix-label-unknown',
    params: { label: unknown },
  })
}

function notReady(name: string): AppError {
  return new AppError('conflict', `“${name}” is not fully imported yet. Fix it once its import is done.`, {
    reason: 'corpus-not-fixable',
    params: { corpus: name },
  })
}

function notUndoable(number: number, newest: number | undefined): AppError {
  return newest === undefined
    ? new AppError('conflict', 'No fix of this corpus is left to undo.', { reason: 'no-fix-to-undo' })
    : new AppError(
        'conflict',
        `Fix ${number} cannot be undone now: fix ${newest} was made on top of it, or it was undone already. Undo fix ${newest} first.`,
        { reason: 'fix-not-newest', params: { number, newest } },
      )
}
