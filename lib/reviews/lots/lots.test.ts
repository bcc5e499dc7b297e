import { expect, test } from 'vitest'
import { db } from '@/lib/platform/db'
import type { ProjectActor } from '@/lib/projects/model'
import { leaseDrafts } from '@/lib/reviews/lease-drafts'
import { decideLot } from '@/lib/reviews/lots/decide-lot'
import { listSimilar, previewCorrections } from '@/lib/reviews/lots/queries'
import { decideLotInput } from '@/lib/reviews/lots/schema'
import { undoLot } from '@/lib/reviews/lots/undo-lot'
import { joinProject, makePerson, makeProject } from '@/prisma/factories/people'
import { editDraft, type QueuedDraft, queueDrafts } from '@/prisma/factories/reviews'

const itemsOf = (drafts: QueuedDraft[]) =>
  drafts.map(({ id, contentHash }) => ({ versionId: id, contentHash }))
const lot = (given: object) => decideLotInput.parse({ requestKey: 'lot-of-a-test', ...given })
const statesOf = async (drafts: QueuedDraft[]) => {
  const rows = await db.draft.findMany({ where: { versionId: { in: drafts.map(({ id }) => id) } } })
  return drafts.map(({ id }) => rows.find(({ versionId }) => versionId === id)!.state)
}

/** A key of its own for each test: a reviewer's keys are known in all projects. */
async function harbour(count: number): Promise<{ actor: ProjectActor; drafts: QueuedDraft[] }> {
  const actor = await makeProject()
  return { actor, drafts: await queueDrafts(actor, { count }) }
}

test('many drafts are approved alike, each by a decision of its own, and taken back together', async () => {
  const { actor, drafts } = await harbour(12)
  const given = lot({ verdict: 'approve', items: itemsOf(drafts), elapsedMs: 24_000 })
  const { results, counts } = await decideLot(actor, given)
  expect(results.every(({ decisionId, refusal }) => decisionId && !refusal)).toBe(true)
  expect(counts).toMatchObject({ waiting: 0, decidedByMe: 12 })
  const decisions = await db.decision.findMany({ where: { projectId: actor.project.id } })
  expect(decisions.map(({ elapsedMs }) => elapsedMs)).toEqual(decisions.map(() => 2000))

  const undone = await undoLot(actor, { lot: 'lot-of-a-test' })
  expect(undone.results.map(({ refusal }) => refusal)).toEqual(drafts.map(() => null))
  expect(undone.counts).toMatchObject({ waiting: 12, decidedByMe: 0 })
  expect(await db.reviewSlot.count({ where: { projectId: actor.project.id, holderId: actor.id } })).toBe(0)
  await expect(undoLot(actor, { lot: 'lot-of-a-test' })).rejects.toMatchObject({
    details: { reason: 'nothing-to-undo' },
  })
})

test('what cannot be decided is told with its reason and stops nothing else; sending it again does nothing twice', async () => {
  const { actor, drafts } = await harbour(3)
  const bob = await joinProject(actor.project.slug, { person: await makePerson({ name: 'Bob' }) })
  await leaseDrafts(bob, { count: 1 })
  const [, , third] = drafts
  const items = [...itemsOf(drafts.slice(0, 2)), { versionId: third!.id, contentHash: 'f'.repeat(64) }]
  const given = lot({ verdict: 'reject', reasonCode: 'too-vague', comment: 'All alike.', items })
  const first = await decideLot(actor, given)
  expect(first.results.map(({ refusal }) => refusal?.reason ?? null)).toEqual([
    'lease-lost',
    null,
    'content-changed',
  ])
  expect(first.results[0]!.refusal!.params).toEqual({ by: 'Bob' })
  expect(await statesOf(drafts)).toEqual(['waiting', 'rejected', 'waiting'])
  const again = await decideLot(actor, given)
  expect(again.results[1]!.decisionId).toBe(first.results[1]!.decisionId)
  expect(await db.decision.count({ where: { projectId: actor.project.id } })).toBe(1)
})

test('an edit is offered to the others that say the same, each with what it would become', async () => {
  const actor = await makeProject()
  const definitions = ['A named boot.', 'Where a boot lies.', 'Nothing of the kind.', 'A boot’s owner.']
  const contents = definitions.map((definition, at) => ({ label: `label-${at}`, definition }))
  const drafts = await queueDrafts(actor, { contents })
  const edit = await editDraft(actor, drafts[0]!, { ...drafts[0]!.content, definition: 'A named boat.' })
  const { corrections, items, looked } = await previewCorrections(actor, { decision: edit.id })
  expect(corrections).toEqual([{ field: 'definition', from: 'boot', to: 'boat' }])
  expect(looked).toBe(3)
  expect(items.map(({ version, corrected }) => [version.id, corrected.definition])).toEqual([
    [drafts[1]!.id, 'Where a boat lies.'],
    [drafts[3]!.id, 'A boat’s owner.'],
  ])
  const chosen = items.slice(0, 1).map(({ version, corrected }) => ({
    versionId: version.id,
    contentHash: version.contentHash,
    content: corrected,
  }))
  const given = lot({ requestKey: 'lot-of-edits', verdict: 'edit', items: chosen })
  expect((await decideLot(actor, given)).results[0]!.refusal).toBeNull()
  const [approved] = await db.version.findMany({
    where: { parentId: drafts[1]!.id },
    include: { draft: true },
  })
  expect(approved).toMatchObject({
    content: { definition: 'Where a boat lies.' },
    draft: { state: 'approved' },
  })
  await undoLot(actor, { lot: 'lot-of-edits' })
  expect(await statesOf(drafts.slice(1))).toEqual(['waiting', 'waiting', 'waiting'])
})

test('nobody previews the edit of somebody else, and what others hold is not offered', async () => {
  const actor = await makeProject()
  const drafts = await queueDrafts(actor, {
    contents: ['one', 'two', 'three'].map((label) => ({ label, definition: 'A named boot.' })),
  })
  const edit = await editDraft(actor, drafts[0]!, { ...drafts[0]!.content, definition: 'A named boat.' })
  const bob = await joinProject(actor.project.slug)
  const theirs = previewCorrections(bob, { decision: edit.id })
  await expect(theirs).rejects.toMatchObject({ details: { reason: 'decision-unknown' } })
  await leaseDrafts(bob, { count: 1 })
  const { items } = await previewCorrections(actor, { decision: edit.id })
  expect(items.map(({ version }) => version.id)).toEqual([drafts[2]!.id])
})

test('drafts that say nearly the same of their labels are in one group', async () => {
  const actor = await makeProject()
  const said = (label: string) =>
    `Every ${label} that the text names, with the words that belong to its name.`
  const contents = ['pilot', 'harbour'].map((label) => ({ label, definition: said(label) }))
  const odd = { label: 'date', definition: 'When it was.', includes: ['years'], excludes: [] }
  const drafts = await queueDrafts(actor, { contents: [contents[0]!, odd, contents[1]!] })
  const { groups, looked } = await listSimilar(actor, { kind: 'guideline' })
  expect(looked).toBe(3)
  expect(groups.map(({ items }) => items.map(({ version }) => version.id))).toEqual([
    [drafts[0]!.id, drafts[2]!.id],
  ])
  expect(await listSimilar(actor, { kind: 'rule' })).toEqual({ groups: [], looked: 0 })
})
