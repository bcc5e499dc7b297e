import { describe, expect, it } from 'vitest'
import { findKind } from '@/lib/artifacts/kinds/find-kind'
import { listLibrary, readFacets } from '@/lib/library/queries'
import { cutRelease } from '@/lib/library/releases/cut-release'
import { listReleases } from '@/lib/library/releases/queries'
import { readLineage } from '@/lib/lineage/queries'
import { db } from '@/lib/platform/db'
import { decideDraft } from '@/lib/reviews/decide-draft'
import { leaseDrafts } from '@/lib/reviews/lease-drafts'
import { readQueue } from '@/lib/reviews/read-queue'
import { orderAudit } from '@/lib/synthesis/audits/order-audit'
import { readAudit } from '@/lib/synthesis/audits/queries'
import { listInstructions } from '@/lib/synthesis/queries'
import { composedRun, drawAgain, drawnAudit, judgeRecord, sampledVersions } from '@/prisma/factories/audits'
import { joinProject } from '@/prisma/factories/people'

describe('a sample of a run', () => {
  it('lies in the queue with the very records of the run, beside how it was drawn and what it is made of', async () => {
    const { actor, run, corpus } = await composedRun()
    const { versionIds } = await drawnAudit(actor, run, { n: 10, seed: 3 })
    expect(versionIds).toHaveLength(10)
    expect((await readQueue(actor)).waiting).toBe(10)
    const { items: records } = await listInstructions(actor, { number: run.number, limit: 200 })
    const rows = await db.version.findMany({
      where: { id: { in: versionIds } },
      include: { evidence: true, artifact: true, draft: true },
    })
    for (const { content, evidence, artifact } of rows) {
      const { recordId, instruction, input, output, provenance } = findKind('record').content.parse(content)
      const drawn = findKind('record').evidence.parse(evidence?.content)
      expect(drawn).toMatchObject({ n: 10, of: records.length, seed: 3 })
      const record = records[drawn.position]!
      expect({ recordId, instruction, input, output }).toEqual({
        recordId: record.id,
        instruction: record.instruction,
        input: record.input,
        output: record.output,
      })
      expect(artifact).toMatchObject({ kind: 'record', corpusId: corpus.id })
      const lineage = await readLineage(actor, {
        corpus: provenance.corpusId,
        ordinal: provenance.ordinal,
        versions: provenance.versions,
      })
      expect(lineage.instance?.text).toBe(input)
      expect(lineage.versions.length).toBeGreaterThan(0)
    }
  })

  it('is drawn once, however often the job is run, and goes on where it stopped', async () => {
    const { actor, run } = await composedRun()
    const { id, versionIds } = await drawnAudit(actor, run, { n: 6, seed: 1 })
    await db.runAuditRecord.delete({ where: { versionId: versionIds[2]! } })
    await drawAgain(actor, id)
    await drawAgain(actor, id)
    const again = await sampledVersions(id)
    expect(again).toHaveLength(6)
    expect(again.filter((version) => versionIds.includes(version))).toHaveLength(5)
  })

  it('takes out of the queue what waits of the sample before, and tells that there was one', async () => {
    const { actor, run } = await composedRun()
    const first = await drawnAudit(actor, run, { n: 8, seed: 1 })
    await judgeRecord(actor, first.versionIds[0]!, 'reject')
    const second = await drawnAudit(actor, run, { n: 5, c: 1, seed: 1 })
    expect((await readQueue(actor)).waiting).toBe(5)
    const states = await db.draft.groupBy({
      by: ['state'],
      where: { versionId: { in: first.versionIds } },
      _count: true,
    })
    expect(Object.fromEntries(states.map(({ state, _count }) => [state, _count]))).toEqual({
      rejected: 1,
      superseded: 7,
    })
    const { audit } = await readAudit(actor, run)
    expect(audit).toMatchObject({ n: 5, c: 1, state: 'open', drawn: 5, decided: 0, bound: null, earlier: 1 })
    expect(second.versionIds).toContain(audit!.waitingVersionId)
  })

  it('has no more records than the run, and says why it cannot be ordered', async () => {
    const { actor, run } = await composedRun()
    const { audit } = await orderAudit(actor, { number: run.number, n: 2000 })
    const { instructionCount } = await db.run.findUniqueOrThrow({ where: { id: run.id } })
    expect(audit?.n).toBe(instructionCount)
    await expect(orderAudit(actor, { number: run.number, n: 3, c: 3 })).rejects.toMatchObject({
      details: { reason: 'audit-allowance' },
    })
    const annotator = await joinProject(actor.project.slug)
    await expect(orderAudit(annotator, run)).rejects.toMatchObject({ details: { reason: 'role-needed' } })
    await db.run.update({ where: { id: run.id }, data: { state: 'running' } })
    await expect(orderAudit(actor, run)).rejects.toMatchObject({ details: { reason: 'run-not-done' } })
  })
})

describe('a record at the desk', () => {
  it('is approved or rejected, and never edited', async () => {
    const { actor, run } = await composedRun()
    const { versionIds } = await drawnAudit(actor, run, { n: 2 })
    const { items } = await leaseDrafts(actor, { versionId: versionIds[0]!, count: 1 })
    const { version } = items[0]!
    if (version.kind !== 'record') throw new Error('another kind')
    const edit = {
      ...{ versionId: version.id, contentHash: version.contentHash, comment: '', elapsedMs: 1 },
      requestKey: 'edit-of-a-record',
      verdict: 'edit' as const,
      content: { ...version.content, output: 'something else' },
    }
    await expect(decideDraft(actor, edit)).rejects.toMatchObject({ details: { reason: 'record-fixed' } })
    await judgeRecord(actor, versionIds[0]!, 'approve')
    await judgeRecord(actor, versionIds[1]!, 'reject')
    expect((await readQueue(actor)).waiting).toBe(0)
  })

  it('comes neither into the library nor into a release', async () => {
    const { actor, run } = await composedRun()
    const { versionIds } = await drawnAudit(actor, run, { n: 3 })
    await judgeRecord(actor, versionIds[0]!, 'approve')
    const { items } = await listLibrary(actor, { state: 'all' })
    expect(items.map(({ kind }) => kind)).toEqual(['guideline', 'guideline'])
    expect((await readFacets(actor, { state: 'all' })).kinds).toEqual({ guideline: 2 })
    expect((await listReleases(actor)).next).toMatchObject({ approved: 2, waiting: 0 })
    const release = await cutRelease(actor, {})
    const held = await db.releaseItem.findMany({ where: { releaseId: release.id } })
    expect(held).toHaveLength(2)
    expect(held.map(({ versionId }) => versionId)).not.toContain(versionIds[0])
  })
})
