import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, it } from 'vitest'
import { exportRunHandler } from '@/lib/exports/export-run.job'
import { manifestSchema } from '@/lib/exports/model'
import { startExport } from '@/lib/exports/start-export'
import { verifyFolder } from '@/lib/exports/verify-folder'
import { db } from '@/lib/platform/db'
import type { ProjectActor } from '@/lib/projects/model'
import { acceptAudit } from '@/lib/synthesis/audits/accept-audit'
import { overrideAudit } from '@/lib/synthesis/audits/override-audit'
import { composedRun, drawnAudit, judgeRecord } from '@/prisma/factories/audits'
import { quietContext } from '@/prisma/factories/jobs'

/** What an export tells of the audit, in its manifest and on its card. */
async function told(actor: ProjectActor, run: { number: number }) {
  const started = await startExport(actor, { run: run.number, format: 'alpaca' })
  await exportRunHandler.run({ exportId: started.export.id }, quietContext)
  const folder = path.join(process.env.GLOSS_DATA_DIR!, 'files', 'exports', started.export.id)
  expect((await verifyFolder(folder)).faults).toEqual([])
  const { audit } = manifestSchema.parse(
    JSON.parse(await readFile(path.join(folder, 'manifest.json'), 'utf8')),
  )
  const card = await readFile(path.join(folder, 'README.md'), 'utf8')
  return { audit, card: card.split('## How the run was released')[1]!.split('##')[0]!.trim() }
}

it('is refused for a run that nobody has released, and says what to do', async () => {
  const { actor, run } = await composedRun()
  await expect(startExport(actor, { run: run.number, format: 'alpaca' })).rejects.toMatchObject({
    code: 'conflict',
    details: { reason: 'run-not-released', params: { number: run.number } },
  })
  expect(await db.export.count({ where: { runId: run.id } })).toBe(0)
})

it('tells what people found in the sample that the run was released on, and that there was one before', async () => {
  const { actor, run } = await composedRun()
  const first = await drawnAudit(actor, run, { n: 3 })
  await judgeRecord(actor, first.versionIds[0]!, 'reject')
  const { versionIds } = await drawnAudit(actor, run, { n: 10, c: 1 })
  for (const [at, id] of versionIds.entries()) await judgeRecord(actor, id, at === 4 ? 'reject' : 'approve')
  await acceptAudit(actor, run)
  const { audit, card } = await told(actor, run)
  expect(audit).toMatchObject({
    how: 'accepted',
    n: 10,
    c: 1,
    decided: 10,
    rejected: 1,
    earlier: 1,
    reason: null,
  })
  // One wrong of ten: 39.4 % in the tables of Clopper and Pearson (one-sided, 95 %).
  expect(audit!.bound).toBeCloseTo(0.394, 3)
  expect(card).toContain('rejected 1: at 95 % confidence at most 39.4 % of the records are wrong')
  expect(card).toContain('begun before and replaced: 1.')
})

it('tells the reason of a run that was released without a sample, as text only', async () => {
  const { actor, run } = await composedRun()
  await overrideAudit(actor, { number: run.number, reason: 'Known from [v1](http://example.org).' })
  const { audit, card } = await told(actor, run)
  expect(audit).toMatchObject({
    how: 'overridden',
    n: 0,
    bound: null,
    reason: 'Known from [v1](http://example.org).',
  })
  expect(card).toContain('for this reason: “Known from \\[v1\\](http://example.org).”')
})

it('tells that a run is older than audits', async () => {
  const { actor, run } = await composedRun()
  await db.run.update({ where: { id: run.id }, data: { releasedAt: new Date(), releasedHow: 'before' } })
  const { audit, card } = await told(actor, run)
  expect(audit).toMatchObject({ how: 'before', n: 0, bound: null, reason: null })
  expect(card).toContain('before runs were audited')
})
