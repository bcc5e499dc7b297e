import { expect, test } from 'vitest'
import { proposeVersion } from '@/lib/artifacts/propose-version'
import { db } from '@/lib/platform/db'
import { contentHash } from '@/lib/platform/hash'
import { makeGuidelineDraft } from '@/prisma/factories/artifacts'
import { makeProject } from '@/prisma/factories/people'

test('a proposed version waits in the queue with one open place at its position', async () => {
  const draft = await makeGuidelineDraft(await makeProject())
  const row = await db.version.findUniqueOrThrow({
    where: { id: draft.id },
    include: { evidence: true, draft: { include: { slots: true } } },
  })
  expect(row).toMatchObject({ number: 1, authorKind: 'miner', contentHash: contentHash(row.content) })
  expect(row.evidence).not.toBeNull()
  expect(row.draft).toMatchObject({ state: 'waiting', position: draft.position })
  expect(row.draft?.slots).toMatchObject([
    { number: 1, position: draft.position, holderId: null, closedAt: null },
  ])
})

test('the next version of an artifact takes the place of the one that waited', async () => {
  const actor = await makeProject()
  const first = await makeGuidelineDraft(actor)
  const second = await makeGuidelineDraft(actor, { corpus: { id: first.corpusId } })
  expect(second).toMatchObject({ artifactId: first.artifactId, number: 2 })
  const before = await db.draft.findUniqueOrThrow({
    where: { versionId: first.id },
    include: { slots: true },
  })
  expect(before.state).toBe('superseded')
  expect(before.slots[0]?.closedAt).not.toBeNull()
})

test('versions proposed at the same moment get numbers of their own', async () => {
  const actor = await makeProject()
  const first = await makeGuidelineDraft(actor)
  const artifact = await db.artifact.findUniqueOrThrow({ where: { id: first.artifactId } })
  const author = { kind: 'person' as const, id: actor.id }
  await Promise.all(
    ['one', 'two', 'three', 'four'].map((definition) =>
      db.$transaction((tx) =>
        proposeVersion(tx, author, {
          artifact,
          content: { ...first.content, definition },
          parentId: first.id,
        }),
      ),
    ),
  )
  const versions = await db.version.findMany({
    where: { artifactId: artifact.id },
    include: { draft: true },
    orderBy: { number: 'asc' },
  })
  expect(versions.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5])
  expect(versions.filter(({ draft }) => draft?.state === 'waiting')).toHaveLength(1)
})
