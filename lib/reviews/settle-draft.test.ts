import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { listLibrary, readArtifact } from '@/lib/library/queries'
import { cutRelease } from '@/lib/library/releases/cut-release'
import { db } from '@/lib/platform/db'
import type { ProjectActor } from '@/lib/projects/model'
import { leaseDrafts } from '@/lib/reviews/lease-drafts'
import { listDecisions } from '@/lib/reviews/queries'
import { readQueue } from '@/lib/reviews/read-queue'
import { undoDecision } from '@/lib/reviews/undo-decision'
import { joinProject, makeProject } from '@/prisma/factories/people'
import {
  approveDraft,
  editDraft,
  planReviews,
  type QueuedDraft,
  queueDrafts,
  rejectDraft,
  skipDraft,
} from '@/prisma/factories/reviews'

async function makeTeam(overlap: number, people: number) {
  const lead = await makeProject()
  const team: ProjectActor[] = [lead]
  while (team.length < people) team.push(await joinProject(lead.project.slug))
  await planReviews(lead, { overlap })
  const [draft] = await queueDrafts(lead)
  return { team, lead, draft: draft! }
}

const stateOf = async (draft: { id: string }) =>
  (await db.draft.findUniqueOrThrow({ where: { versionId: draft.id } })).state

const editsOf = async (draft: { id: string }) =>
  db.version.findMany({
    where: { parentId: draft.id },
    orderBy: { number: 'asc' },
    select: { id: true, authorId: true, draft: { select: { state: true } } },
  })

const changed = (draft: QueuedDraft, definition: string) => ({ ...draft.content, definition })

const undo = (actor: ProjectActor) => undoDecision(actor, { requestKey: `undo-${randomUUID()}` })

test('a draft for two waits for the second, who is not the first, and is approved when both approve', async () => {
  const { team, draft } = await makeTeam(2, 3)
  const [anna, ben, carla] = team as [ProjectActor, ProjectActor, ProjectActor]
  const first = await approveDraft(anna, draft)
  expect(await stateOf(draft)).toBe('waiting')
  expect((await leaseDrafts(anna, { count: 5 })).items).toEqual([])
  await expect(approveDraft(anna, draft)).rejects.toMatchObject({ details: { reason: 'already-voted' } })
  expect(await readQueue(anna)).toMatchObject({ waiting: 0, decidedByMe: 1 })
  expect(await readQueue(ben)).toMatchObject({ waiting: 1 })
  await expect(cutRelease(anna, {})).rejects.toMatchObject({ details: { reason: 'nothing-approved' } })
  await approveDraft(ben, draft)
  expect(await stateOf(draft)).toBe('approved')
  await expect(approveDraft(carla, draft)).rejects.toMatchObject({ details: { reason: 'already-decided' } })
  await cutRelease(anna, {})
  expect(await db.releaseItem.findFirst({ where: { versionId: draft.id } })).toMatchObject({
    decisionId: first.id,
  })
})

test('two of three settle a draft against the third, once all three have decided', async () => {
  const { team, draft } = await makeTeam(3, 3)
  const [anna, ben, carla] = team as [ProjectActor, ProjectActor, ProjectActor]
  await rejectDraft(anna, draft)
  await rejectDraft(ben, draft)
  expect(await stateOf(draft)).toBe('waiting')
  await approveDraft(carla, draft)
  expect(await stateOf(draft)).toBe('rejected')
})

test('without a majority a draft is disputed: it comes to nobody, and is in no release', async () => {
  const { team, lead, draft } = await makeTeam(2, 3)
  const [anna, ben, carla] = team as [ProjectActor, ProjectActor, ProjectActor]
  await editDraft(anna, draft, changed(draft, 'A ship with a name.'))
  await rejectDraft(ben, draft)
  expect(await stateOf(draft)).toBe('disputed')
  expect((await editsOf(draft)).map((one) => one.draft?.state)).toEqual(['proposed'])
  expect((await leaseDrafts(carla, { count: 5 })).items).toEqual([])
  await expect(approveDraft(carla, draft)).rejects.toMatchObject({ details: { reason: 'disputed' } })
  expect((await listLibrary(lead, { state: 'waiting' })).items).toMatchObject([{ state: 'disputed' }])
  await expect(cutRelease(lead, {})).rejects.toMatchObject({ details: { reason: 'nothing-approved' } })
  expect((await db.reviewSlot.findMany({ where: { versionId: draft.id, closedAt: null } })).length).toBe(0)
})

test('edits to the same text are votes for one version, which takes the place of the draft when they win', async () => {
  const { team, lead, draft } = await makeTeam(3, 3)
  const [anna, ben, carla] = team as [ProjectActor, ProjectActor, ProjectActor]
  const first = await editDraft(anna, draft, changed(draft, 'A ship with a name.'))
  expect((await editsOf(draft)).map((one) => one.draft?.state)).toEqual(['proposed'])
  await editDraft(ben, draft, changed(draft, 'A boat with a name.'))
  const third = await editDraft(carla, draft, changed(draft, 'A ship with a name.'))
  expect(third.resultVersionId).toBe(first.resultVersionId)
  expect(await stateOf(draft)).toBe('superseded')
  expect(await editsOf(draft)).toMatchObject([
    { id: first.resultVersionId, draft: { state: 'approved' } },
    { authorId: ben.id, draft: { state: 'superseded' } },
  ])
  expect((await listLibrary(lead, {})).items).toMatchObject([
    { versionId: first.resultVersionId, versionNumber: 2 },
  ])
})

test('a vote taken back before the others are in leaves theirs, and gives the draft back to who took it back', async () => {
  const { team, draft } = await makeTeam(2, 2)
  const [anna, ben] = team as [ProjectActor, ProjectActor]
  await approveDraft(anna, draft)
  await leaseDrafts(ben, { count: 1 })
  const { item } = await undo(anna)
  expect(item.version.id).toBe(draft.id)
  expect((await leaseDrafts(anna, { count: 5 })).items).toMatchObject([{ version: { id: draft.id } }])
  await rejectDraft(ben, draft)
  await rejectDraft(anna, draft)
  expect(await stateOf(draft)).toBe('rejected')
})

test('a vote taken back after it was settled opens the draft again for that person alone', async () => {
  const { team, lead, draft } = await makeTeam(2, 3)
  const [anna, ben, carla] = team as [ProjectActor, ProjectActor, ProjectActor]
  await approveDraft(anna, draft)
  await approveDraft(ben, draft)
  await undo(anna)
  expect(await stateOf(draft)).toBe('waiting')
  expect((await listLibrary(lead, {})).items).toEqual([])
  expect((await leaseDrafts(ben, { count: 5 })).items).toEqual([])
  expect((await leaseDrafts(carla, { count: 5 })).items).toEqual([])
  await rejectDraft(anna, draft)
  expect(await stateOf(draft)).toBe('disputed')
  await undo(ben)
  expect(await stateOf(draft)).toBe('waiting')
  await rejectDraft(ben, draft)
  expect(await stateOf(draft)).toBe('rejected')
})

test('taking back the vote that made an edit win proposes it again for those who still want it', async () => {
  const { team, lead, draft } = await makeTeam(2, 2)
  const [anna, ben] = team as [ProjectActor, ProjectActor]
  await editDraft(anna, draft, changed(draft, 'A ship with a name.'))
  await editDraft(ben, draft, changed(draft, 'A ship with a name.'))
  expect((await editsOf(draft)).map((one) => one.draft?.state)).toEqual(['approved'])
  await undo(ben)
  expect(await stateOf(draft)).toBe('waiting')
  expect((await editsOf(draft)).map((one) => one.draft?.state)).toEqual(['proposed'])
  await undo(anna)
  expect((await editsOf(draft)).map((one) => one.draft?.state)).toEqual(['superseded'])
  expect((await listLibrary(lead, { state: 'waiting' })).items).toHaveLength(1)
})

test('an approval taken back restores the one that it had replaced, not one that others outvoted', async () => {
  const { team, lead, draft } = await makeTeam(2, 2)
  const [anna, ben] = team as [ProjectActor, ProjectActor]
  for (const one of [anna, ben]) await approveDraft(one, draft)
  const [outvoted] = await queueDrafts(lead, {
    corpus: { id: draft.corpusId },
    contents: [{ ...draft.content, definition: 'Anything that floats.' }],
  })
  await approveDraft(anna, outvoted!)
  await rejectDraft(ben, outvoted!)
  expect(await stateOf(outvoted!)).toBe('disputed')
  expect(await stateOf(draft)).toBe('approved')
  const [newer] = await queueDrafts(lead, {
    corpus: { id: draft.corpusId },
    contents: [{ ...draft.content, definition: 'A named ship, large or small.' }],
  })
  expect(await stateOf(outvoted!)).toBe('superseded')
  for (const one of [anna, ben]) await approveDraft(one, newer!)
  expect(await stateOf(draft)).toBe('superseded')
  await undo(ben)
  expect(await stateOf(draft)).toBe('approved')
  expect(await stateOf(outvoted!)).toBe('superseded')
})

test('who has yet to decide sees nothing of what others did; who has decided sees it', async () => {
  const { team, lead, draft } = await makeTeam(3, 3)
  const [anna, ben] = team as [ProjectActor, ProjectActor]
  await editDraft(anna, draft, changed(draft, 'A ship with a name.'))
  const lookOf = async (actor: ProjectActor) => {
    const { versions, decisions } = await readArtifact(actor, { artifact: draft.artifactId })
    return [versions.length, decisions.length, (await listDecisions(actor, {})).items.length]
  }
  expect(await lookOf(anna)).toEqual([2, 2, 2])
  expect(await lookOf(ben)).toEqual([1, 0, 0])
  const [item] = (await leaseDrafts(ben, { count: 1 })).items
  expect(item).toMatchObject({ decisions: [], history: [] })
  const log = await db.auditEntry.findMany({ where: { action: 'draft.decided', subjectId: draft.id } })
  expect(log.map(({ data }) => data)).toEqual([expect.not.objectContaining({ verdict: expect.anything() })])
  await skipDraft(ben, draft)
  expect(await lookOf(ben)).toEqual([1, 1, 1])
  await rejectDraft(ben, draft)
  expect(await lookOf(ben)).toEqual([2, 4, 4])
  await planReviews(lead, { overlap: 3, blind: false })
  expect(await lookOf(team[2]!)).toEqual([2, 4, 4])
})

test('nobody decides what they wrote, unless the plan lets them or there is nobody else', async () => {
  const { team, lead, draft } = await makeTeam(1, 2)
  const [anna, ben] = team as [ProjectActor, ProjectActor]
  const written = { corpus: { id: draft.corpusId }, contents: [{ label: 'harbour' }], author: anna }
  const [own] = await queueDrafts(lead, written)
  expect((await leaseDrafts(anna, { count: 5 })).items.map(({ version }) => version.id)).toEqual([draft.id])
  expect(await readQueue(anna)).toMatchObject({ waiting: 1 })
  expect(await readQueue(ben)).toMatchObject({ waiting: 2 })
  await expect(approveDraft(anna, own!)).rejects.toMatchObject({ details: { reason: 'own-draft' } })
  await planReviews(lead, { overlap: 1, ownDrafts: true })
  await approveDraft(anna, own!)
  expect(await stateOf(own!)).toBe('approved')
  const alone = await makeProject()
  const [mine] = await queueDrafts(alone, { author: alone })
  expect((await leaseDrafts(alone, { count: 5 })).items).toHaveLength(1)
  await approveDraft(alone, mine!)
})

test('drafts come to those whom they are assigned to, and by a link to leads', async () => {
  const lead = await makeProject()
  const [anna, ben] = [await joinProject(lead.project.slug), await joinProject(lead.project.slug)]
  await planReviews(lead, { overlap: 1, assignedTo: [anna.id] })
  const [hers] = await queueDrafts(lead, { contents: [{ label: 'a' }] })
  await planReviews(lead, { overlap: 1, assignedTo: ['role:annotator'] })
  const [theirs] = await queueDrafts(lead, { contents: [{ label: 'b' }] })
  await planReviews(lead, { overlap: 1, assignedTo: [] })
  const [all] = await queueDrafts(lead, { contents: [{ label: 'c' }] })
  const seenBy = async (actor: ProjectActor) =>
    (await leaseDrafts(actor, { count: 9 })).items.map(({ version }) => version.id)
  expect(await seenBy(lead)).toEqual([all!.id])
  expect(await seenBy(ben)).toEqual([theirs!.id])
  expect(await seenBy(anna)).toEqual([hers!.id])
  await expect(approveDraft(ben, hers!)).rejects.toMatchObject({ details: { reason: 'not-assigned' } })
  expect((await readQueue(anna)).waiting).toBe(3)
  expect((await readQueue(lead)).waiting).toBe(1)
})
