import { expect, test } from 'vitest'
import { proposeVersion } from '@/lib/artifacts/propose-version'
import { readEvidence, versionParts, versionViews } from '@/lib/artifacts/queries'
import { db } from '@/lib/platform/db'
import { makeGuidelineDraft } from '@/prisma/factories/artifacts'
import { makeProject } from '@/prisma/factories/people'

/** A mined draft and two edits of it by a person, each growing from the one before. */
async function editedTwice() {
  const actor = await makeProject()
  const mined = await makeGuidelineDraft(actor)
  const artifact = await db.artifact.findUniqueOrThrow({ where: { id: mined.artifactId } })
  const author = { kind: 'person' as const, id: actor.id }
  const edit = (parentId: string, definition: string) =>
    db.$transaction((tx) =>
      proposeVersion(tx, author, { artifact, content: { ...mined.content, definition }, parentId }),
    )
  const first = await edit(mined.id, 'A ship.')
  const second = await edit(first.id, 'A ship with a name.')
  return { actor, mined, second }
}

test('an edited version shows the evidence of the version that it grew from', async () => {
  const { actor, mined, second } = await editedTwice()
  const evidence = await readEvidence(actor, { version: second.id })
  expect(evidence).toEqual(await readEvidence(actor, { version: mined.id }))
  expect(evidence).toMatchObject({
    kind: 'guideline',
    evidence: { label: mined.label, corpus: { id: mined.corpusId } },
  })
})

test('evidence of another project, or of nothing, is not found', async () => {
  const { mined } = await editedTwice()
  const stranger = await makeProject()
  const unknown = { details: { reason: 'evidence-unknown' } }
  await expect(readEvidence(stranger, { version: mined.id })).rejects.toMatchObject(unknown)
  await expect(readEvidence(stranger, { version: crypto.randomUUID() })).rejects.toMatchObject(unknown)
})

test('versions name their authors: people by name, the miner by its own', async () => {
  const { actor, mined } = await editedTwice()
  const rows = await db.version.findMany({
    where: { artifactId: mined.artifactId },
    include: versionParts,
    orderBy: { number: 'asc' },
  })
  const views = await versionViews(rows)
  expect(views.map(({ author, authorKind, state }) => [author, authorKind, state])).toEqual([
    ['corpus-miner/2', 'miner', 'superseded'],
    [actor.name, 'person', 'superseded'],
    [actor.name, 'person', 'waiting'],
  ])
})
