import { randomUUID } from 'node:crypto'
import { db } from '@/lib/platform/db'
import type { ProjectActor } from '@/lib/projects/model'
import { decideDraft } from '@/lib/reviews/decide-draft'
import { leaseDrafts } from '@/lib/reviews/lease-drafts'
import { drawAuditHandler } from '@/lib/synthesis/audits/draw-audit.job'
import { orderAudit } from '@/lib/synthesis/audits/order-audit'
import { composeRunHandler } from '@/lib/synthesis/compose-run.job'
import { readRun } from '@/lib/synthesis/queries'
import { makeCorpus } from '@/prisma/factories/corpora'
import { makeJobContext } from '@/prisma/factories/jobs'
import { makeProject } from '@/prisma/factories/people'
import { makeRecipe, makeRelease, makeRun } from '@/prisma/factories/synthesis'

/** A finished run of some forty records with guidelines in them. */
export async function composedRun(given: { licence?: string } = {}) {
  const actor = await makeProject()
  const sentences = Array.from(
    { length: 40 },
    (_, at) => `Ship [S${at}|vessel] met ${at} gulls and z${at * 7} off [P${at * 3}|place].`,
  )
  const corpus = await makeCorpus(actor, { ...given, sentences })
  const release = await makeRelease(actor, [
    { corpusId: corpus.id, label: 'vessel' },
    { corpusId: corpus.id, label: 'place' },
  ])
  const recipe = makeRecipe({ corpora: [corpus.id], compoundShare: 1 })
  const run = await makeRun(actor, { releaseId: release.id, recipe })
  await composeRunHandler.run({ runId: run.id }, makeJobContext(actor))
  return { actor, corpus, release, run: await readRun(actor, run) }
}

/** A sample that lies in the queue, drawn as a worker draws it. */
export async function drawnAudit(
  actor: ProjectActor,
  run: { id: string; number: number },
  order: { n?: number; c?: number; seed?: number } = {},
): Promise<{ id: string; versionIds: string[] }> {
  await orderAudit(actor, { number: run.number, ...order })
  const { id } = await db.runAudit.findFirstOrThrow({ where: { runId: run.id, state: 'open' } })
  await drawAuditHandler.run({ auditId: id }, makeJobContext(actor))
  return { id, versionIds: await sampledVersions(id) }
}

export async function sampledVersions(auditId: string): Promise<string[]> {
  const records = await db.runAuditRecord.findMany({ where: { auditId }, orderBy: { position: 'asc' } })
  return records.map(({ versionId }) => versionId)
}

export async function drawAgain(actor: ProjectActor, auditId: string): Promise<void> {
  await drawAuditHandler.run({ auditId }, makeJobContext(actor))
}

/** Judges a record as the desk does. */
export async function judgeRecord(
  actor: ProjectActor,
  versionId: string,
  verdict: 'approve' | 'reject',
): Promise<void> {
  await leaseDrafts(actor, { versionId, count: 1 })
  const { contentHash } = await db.version.findUniqueOrThrow({ where: { id: versionId } })
  const given = { versionId, contentHash, comment: 'Looked at.', elapsedMs: 900, requestKey: randomUUID() }
  if (verdict === 'approve') await decideDraft(actor, { ...given, verdict })
  else await decideDraft(actor, { ...given, verdict, reasonCode: 'wrong-answer' })
}
