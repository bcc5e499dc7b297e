import { describe, expect, it } from 'vitest'
import { boundErrors } from '@/lib/artifacts/kinds/rule/evidence'
import { db } from '@/lib/platform/db'
import { readQueue } from '@/lib/reviews/read-queue'
import { undoDecision } from '@/lib/reviews/undo-decision'
import { acceptAudit } from '@/lib/synthesis/audits/accept-audit'
import { orderAudit } from '@/lib/synthesis/audits/order-audit'
import { overrideAudit } from '@/lib/synthesis/audits/override-audit'
import { readAudit } from '@/lib/synthesis/audits/queries'
import { readRun } from '@/lib/synthesis/queries'
import { composedRun, drawnAudit, judgeRecord } from '@/prisma/factories/audits'
import { joinProject } from '@/prisma/factories/people'

const refused = (reason: string) => ({ details: { reason } })

describe('releasing a run on its sample', () => {
  it('waits until every record is decided, and says how many are missing', async () => {
    const { actor, run } = await composedRun()
    await expect(acceptAudit(actor, run)).rejects.toMatchObject(refused('audit-unknown'))
    await orderAudit(actor, { number: run.number, n: 4 })
    await expect(acceptAudit(actor, run)).rejects.toMatchObject({
      details: { reason: 'audit-drawing', params: { drawn: 0, n: 4 } },
    })
    const { versionIds } = await drawnAudit(actor, run, { n: 4 })
    for (const id of versionIds.slice(1)) await judgeRecord(actor, id, 'approve')
    await expect(acceptAudit(actor, run)).rejects.toMatchObject({
      details: { reason: 'audit-undecided', params: { missing: 1, n: 4 } },
    })
    await judgeRecord(actor, versionIds[0]!, 'approve')
    const { audit } = await acceptAudit(actor, run)
    expect(audit).toMatchObject({ state: 'accepted', decided: 4, rejected: 0, closedBy: actor.name })
    expect(audit!.bound).toBeCloseTo(1 - 0.05 ** (1 / 4), 6)
    expect(await readRun(actor, run)).toMatchObject({ released: { how: 'accepted', by: actor.name } })
    const row = await db.auditEntry.findFirst({ where: { subjectId: run.id, action: 'audit.accepted' } })
    expect(row).toMatchObject({ actorId: actor.id, data: { n: 4, c: 0, decided: 4, rejected: 0 } })
  })

  it('allows for as many rejections as were agreed on, and tells which they are', async () => {
    const { actor, run } = await composedRun()
    const { versionIds } = await drawnAudit(actor, run, { n: 5, c: 1 })
    await judgeRecord(actor, versionIds[0]!, 'reject')
    await judgeRecord(actor, versionIds[1]!, 'reject')
    await expect(acceptAudit(actor, run)).rejects.toMatchObject({
      details: { reason: 'audit-rejected', params: { rejected: 2, c: 1 } },
    })
    await undoDecision(actor, { requestKey: 'take-it-back' })
    for (const id of versionIds.slice(1)) await judgeRecord(actor, id, 'approve')
    const { audit } = await acceptAudit(actor, run)
    expect(audit).toMatchObject({ decided: 5, rejected: 1, bound: boundErrors({ wrong: 1, sample: 5 }) })
    expect(audit!.refused).toMatchObject([
      { versionId: versionIds[0], reasonCode: 'wrong-answer', comment: 'Looked at.', by: actor.name },
    ])
  })

  it('is final: its decisions stay, and no other sample is ordered', async () => {
    const { actor, run } = await composedRun()
    const { versionIds } = await drawnAudit(actor, run, { n: 1 })
    await judgeRecord(actor, versionIds[0]!, 'approve')
    await acceptAudit(actor, run)
    await expect(undoDecision(actor, { requestKey: 'take-it-back' })).rejects.toMatchObject(
      refused('in-audit'),
    )
    for (const again of [acceptAudit, orderAudit])
      await expect(again(actor, run)).rejects.toMatchObject(refused('run-accepted'))
    await expect(overrideAudit(actor, { ...run, reason: 'Late.' })).rejects.toMatchObject(
      refused('run-accepted'),
    )
  })

  it('is for a lead', async () => {
    const { actor, run } = await composedRun()
    const annotator = await joinProject(actor.project.slug)
    await expect(acceptAudit(annotator, run)).rejects.toMatchObject(refused('role-needed'))
    await expect(overrideAudit(annotator, { ...run, reason: 'Why not.' })).rejects.toMatchObject(
      refused('role-needed'),
    )
  })
})

describe('releasing a run for a reason', () => {
  it('needs no sample, and keeps the reason', async () => {
    const { actor, run } = await composedRun()
    const { audit } = await overrideAudit(actor, {
      number: run.number,
      reason: 'A test of the trainer only.',
    })
    expect(audit).toMatchObject({ state: 'overridden', n: 0, reason: 'A test of the trainer only.' })
    expect(await readRun(actor, run)).toMatchObject({ released: { how: 'overridden', by: actor.name } })
    const row = await db.auditEntry.findFirst({ where: { subjectId: run.id, action: 'audit.overridden' } })
    expect(row).toMatchObject({ actorId: actor.id, data: { reason: 'A test of the trainer only.' } })
    await expect(overrideAudit(actor, { number: run.number, reason: 'Again.' })).rejects.toMatchObject(
      refused('run-released'),
    )
  })

  it('keeps what was found so far, and empties the queue', async () => {
    const { actor, run } = await composedRun()
    const { versionIds } = await drawnAudit(actor, run, { n: 6 })
    await judgeRecord(actor, versionIds[0]!, 'reject')
    await judgeRecord(actor, versionIds[1]!, 'approve')
    await overrideAudit(actor, { number: run.number, reason: 'One wrong answer is known and harmless.' })
    expect((await readQueue(actor)).waiting).toBe(0)
    const { audit } = await readAudit(actor, run)
    expect(audit).toMatchObject({ state: 'overridden', n: 6, decided: 2, rejected: 1 })
  })

  it('does not stand in the way of a sample that is accepted later', async () => {
    const { actor, run } = await composedRun()
    await overrideAudit(actor, { number: run.number, reason: 'In a hurry.' })
    const { versionIds } = await drawnAudit(actor, run, { n: 2 })
    for (const id of versionIds) await judgeRecord(actor, id, 'approve')
    await acceptAudit(actor, run)
    expect((await readRun(actor, run)).released?.how).toBe('accepted')
  })
})
