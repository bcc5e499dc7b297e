import { expect, test } from 'vitest'
import { proposeTyped } from '@/lib/artifacts/writing/propose-typed'
import { rewriteArtifact } from '@/lib/artifacts/writing/rewrite-artifact'
import { db } from '@/lib/platform/db'
import { readConflict } from '@/lib/reviews/conflicts/queries'
import { leaseDrafts } from '@/lib/reviews/lease-drafts'
import { joinProject, makeProject } from '@/prisma/factories/people'
import { approveDraft, editDraft, lapseLeases, propose, queueDrafts } from '@/prisma/factories/reviews'

async function twoAtOneDraft() {
  const lead = await makeProject()
  const other = await joinProject(lead.project.slug)
  const [draft] = await queueDrafts(lead)
  return { lead, other, draft: draft! }
}

const reasonOf = (deed: Promise<unknown>) =>
  deed.then(
    () => 'done',
    (error) => error.details.reason,
  )

test('a lost lease says who holds the draft until when, and after that who decided it and what stands there now', async () => {
  const { lead, other, draft } = await twoAtOneDraft()
  const asked = () => readConflict(lead, { version: draft.id })
  await leaseDrafts(lead, { versionId: draft.id })
  expect(await asked()).toMatchObject({
    base: { state: 'waiting' },
    theirs: null,
    decided: null,
    holder: null,
  })
  await lapseLeases(lead)
  await leaseDrafts(other, { versionId: draft.id })
  const held = await asked()
  expect(held).toMatchObject({ decided: null, holder: { name: other.name } })
  expect(new Date(held.holder!.until) > new Date()).toBe(true)
  await editDraft(other, draft, { ...draft.content, definition: 'A ship with a name.' })
  expect(await asked()).toMatchObject({
    base: { id: draft.id, number: 1 },
    theirs: { number: 2, author: other.name, content: { definition: 'A ship with a name.' } },
    decided: { by: other.name, verdict: 'edit' },
    holder: null,
  })
  const stranger = await makeProject()
  expect(await reasonOf(readConflict(stranger, { version: draft.id }))).toBe('draft-unknown')
})

test('a text that an annotator typed meanwhile waits as the next version, for others to decide', async () => {
  const { lead, other, draft } = await twoAtOneDraft()
  await approveDraft(lead, draft)
  const mine = { ...draft.content, includes: ['ferries, tugs and rafts'] }
  const kept = await proposeTyped(other, { artifact: draft.artifactId, base: draft.id, content: mine })
  const version = await db.version.findUniqueOrThrow({
    where: { id: kept.versionId },
    include: { draft: true },
  })
  expect(version).toMatchObject({
    ...{ number: 2, parentId: draft.id, authorId: other.id, authorKind: 'person', content: mine },
    draft: { state: 'waiting' },
  })
  const again = proposeTyped(lead, { artifact: draft.artifactId, base: draft.id, content: draft.content })
  expect(await reasonOf(again)).toBe('draft-waits')
})

test('a text is never written over another that came after the version it grew from', async () => {
  const { lead, other, draft } = await twoAtOneDraft()
  await approveDraft(lead, draft)
  const next = await propose(lead, {
    corpusId: draft.corpusId,
    content: { ...draft.content, definition: 'A ship with a name.' },
  })
  const mine = { ...draft.content, typical: ['Tern'] }
  const sent = { artifact: draft.artifactId, base: draft.id, content: mine }
  expect(await reasonOf(rewriteArtifact(lead, sent))).toBe('draft-waits')
  await approveDraft(other, next)
  expect(await reasonOf(rewriteArtifact(lead, sent))).toBe('changed-meanwhile')
  expect(await reasonOf(proposeTyped(other, sent))).toBe('changed-meanwhile')
  const { versionId } = await rewriteArtifact(lead, { ...sent, base: next.id })
  expect(await db.version.findUniqueOrThrow({ where: { id: versionId } })).toMatchObject({
    number: 3,
    parentId: next.id,
  })
})
