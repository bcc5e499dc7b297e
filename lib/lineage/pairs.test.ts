import { expect, it } from 'vitest'
import { exportRunHandler } from '@/lib/exports/export-run.job'
import { readLineage, readStale } from '@/lib/lineage/queries'
import { db } from '@/lib/platform/db'
import { composeRunHandler } from '@/lib/synthesis/compose-run.job'
import { PAIRS_ID } from '@/lib/synthesis/pairs/model'
import { quietContext } from '@/prisma/factories/jobs'
import { makePair } from '@/prisma/factories/pairs'
import { makeProject } from '@/prisma/factories/people'
import { makeRecipe, makeRelease, makeRun } from '@/prisma/factories/synthesis'
import { growNode, takeVoteBack, voteOn } from '@/prisma/factories/taxonomy'

/** Two fields with pairs, three and two, composed and exported. */
async function exportedPairs() {
  const actor = await makeProject()
  const subjectIn = async (name: string) => {
    const field = await growNode(actor, { name, level: 'field' })
    const discipline = await growNode(actor, { name: `${name} at work`, level: 'discipline', below: field })
    return {
      field,
      subject: await growNode(actor, { name: `${name} by hand`, level: 'subject', below: discipline }),
    }
  }
  const [books, music] = [await subjectIn('Books'), await subjectIn('Music')]
  const pairs = [1, 2, 3].map((number) => makePair(books.subject, { number }))
  const others = [1, 2].map((number) => makePair(music.subject, { number }))
  const release = await makeRelease(actor, [], [...pairs, ...others])
  const recipe = makeRecipe({ corpora: [], pairs: {} })
  const run = await makeRun(actor, { releaseId: release.id, recipe })
  const context = { ...quietContext, projectId: actor.project.id, startedBy: actor.id }
  await composeRunHandler.run({ runId: run.id }, context)
  await db.run.update({ where: { id: run.id }, data: { releasedAt: new Date(), releasedHow: 'before' } })
  const exported = await db.export.create({
    data: { projectId: actor.project.id, runId: run.id, format: 'alpaca', createdById: actor.id },
  })
  await exportRunHandler.run({ exportId: exported.id }, context)
  const items = await db.releaseItem.findMany({ where: { releaseId: release.id } })
  const versions = await db.version.findMany({
    where: { id: { in: items.map(({ versionId }) => versionId) } },
  })
  return { actor, books, run, exported, versions }
}

it('exports pairs with their source, their approvals and how many records show each', async () => {
  const { exported } = await exportedPairs()
  const { manifest } = await db.export.findUniqueOrThrow({ where: { id: exported.id } })
  expect(manifest).toMatchObject({
    records: 5,
    corpora: [{ id: PAIRS_ID, taskForm: 'general', language: 'en', instances: 5, records: 5 }],
    versions: Array.from({ length: 5 }, () => ({ kind: 'pair', instructions: 1 })),
  })
})

it('lists the pairs below a removed field as stale in what holds them, by the field, until it is kept again', async () => {
  const { actor, books, exported } = await exportedPairs()
  await voteOn(actor, books.field, 'remove')
  const stale = await readStale(actor)
  expect(stale.items).toMatchObject([
    { kind: 'node', artifactId: books.field.id, title: { en: 'Books' }, why: 'removed', pairs: 3 },
  ])
  const versions = [stale.items[0]!.versionId]
  expect(stale.releases).toEqual([{ number: 1, name: 'First', items: 3, versions, of: 5 }])
  expect(stale.runs).toEqual([{ number: 1, releaseNumber: 1, records: 3, versions, of: 5 }])
  expect(stale.exports).toEqual([
    { id: exported.id, format: 'alpaca', runNumber: 1, records: 3, versions, of: 5 },
  ])
  expect((await readStale(actor, { artifact: books.field.id })).runs).toEqual(stale.runs)
  await takeVoteBack(actor)
  expect(await readStale(actor)).toEqual({ items: [], releases: [], runs: [], exports: [] })
})

it('says of a record of a pair which pair it is, and that it stands no more once its subject is removed', async () => {
  const { actor, books, versions } = await exportedPairs()
  const own = versions.find(({ content }) => JSON.stringify(content).includes(books.subject.id))!
  const lineage = () => readLineage(actor, { corpus: PAIRS_ID, ordinal: 1, versions: [own.id] })
  expect(await lineage()).toMatchObject({
    corpus: null,
    versions: [{ version: { id: own.id, kind: 'pair' }, stale: false, decisions: [{ verdict: 'approve' }] }],
  })
  await voteOn(actor, books.subject, 'remove')
  expect((await lineage()).versions[0]!.stale).toBe(true)
})
