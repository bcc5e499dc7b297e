import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { GuidelineContent } from '@/lib/artifacts/kinds/guideline/content'
import { db } from '@/lib/platform/db'
import { contentHash } from '@/lib/platform/hash'
import { decideDraft } from '@/lib/reviews/decide-draft'
import { leaseDrafts } from '@/lib/reviews/lease-drafts'
import { listDecisions } from '@/lib/reviews/queries'
import { readQueue } from '@/lib/reviews/read-queue'
import { makeCorpus } from '@/prisma/factories/corpora'
import { joinProject, makeProject } from '@/prisma/factories/people'
import {
  approveDraft,
  editDraft,
  guidelineContent,
  lapseLeases,
  propose,
  queueDrafts,
  rejectDraft,
  skipDraft,
} from '@/prisma/factories/reviews'

const approval = (draft: { id: string; contentHash: string }, requestKey: string = randomUUID()) =>
  ({
    versionId: draft.id,
    contentHash: draft.contentHash,
    verdict: 'approve',
    comment: '',
    elapsedMs: 10,
    requestKey,
  }) as const

const stateOf = async (versionId: string) =>
  (await db.draft.findUniqueOrThrow({ where: { versionId } })).state

test('an approval names the hash that was read, settles the draft and leaves an audit row', async () => {
  const actor = await makeProject()
  const [draft] = await queueDrafts(actor)
  const decision = await approveDraft(actor, draft!)
  expect(decision).toMatchObject({
    verdict: 'approve',
    contentHash: draft!.contentHash,
    artifactKey: 'label-1',
    versionNumber: 1,
    reviewer: actor.name,
    undone: false,
  })
  expect(await stateOf(draft!.id)).toBe('approved')
  const [entry] = await db.auditEntry.findMany({ where: { subjectId: draft!.id, action: 'draft.decided' } })
  expect(entry).toMatchObject({ actorId: actor.id, actorKind: 'person', via: 'session' })
  expect(await readQueue(actor)).toEqual({
    waiting: 0,
    heldByOthers: 0,
    decidedByMe: 1,
    skippedByMe: 0,
    others: [],
  })
})

test('an edit keeps both texts, and the editor approves the new one in the same deed', async () => {
  const actor = await makeProject()
  const [draft] = await queueDrafts(actor)
  const content = { ...draft!.content, definition: 'A ship that bears a name.' }
  const decision = await editDraft(actor, draft!, content)
  const versions = await db.version.findMany({
    where: { artifactId: draft!.artifactId },
    orderBy: { number: 'asc' },
    include: { draft: true, decisions: true },
  })
  expect(versions.map(({ content, draft }) => [content, draft?.state])).toEqual([
    [draft!.content, 'superseded'],
    [content, 'approved'],
  ])
  const [first, second] = versions
  expect(decision).toMatchObject({ verdict: 'edit', versionId: first!.id, resultVersionId: second!.id })
  expect(second).toMatchObject({ authorKind: 'person', authorId: actor.id, parentId: first!.id })
  expect(second!.decisions).toMatchObject([
    { verdict: 'approve', contentHash: second!.contentHash, reviewerId: actor.id },
  ])
  expect(await readQueue(actor)).toMatchObject({ waiting: 0, decidedByMe: 1 })
})

test('an edit that changes nothing of a version from before there were questions approves that version', async () => {
  const actor = await makeProject()
  const { questions: _none, ...old } = guidelineContent({ label: 'label-1' })
  const { id: corpusId } = await makeCorpus(actor, { sentences: ['No mention here.'] })
  const draft = await propose(actor, { corpusId, content: old as GuidelineContent })
  const [leased] = (await leaseDrafts(actor, { count: 1 })).items
  expect(leased?.version).toMatchObject({ contentHash: contentHash(old), content: { questions: [] } })
  expect(await editDraft(actor, draft, leased!.version.content)).toMatchObject({
    verdict: 'approve',
    contentHash: contentHash(old),
  })
})

test('an edit that changes nothing is an approval', async () => {
  const actor = await makeProject()
  const [draft] = await queueDrafts(actor)
  const decision = await editDraft(actor, draft!, draft!.content)
  expect(decision.verdict).toBe('approve')
  expect(await db.version.count({ where: { artifactId: draft!.artifactId } })).toBe(1)
})

test('an edit keeps its label and language, and its examples are in the corpus', async () => {
  const actor = await makeProject()
  const [draft] = await queueDrafts(actor)
  const edit = (content: object) => editDraft(actor, draft!, { ...draft!.content, ...content })
  await expect(edit({ label: 'place' })).rejects.toMatchObject({ details: { reason: 'label-fixed' } })
  await expect(edit({ language: 'zh' })).rejects.toMatchObject({ details: { reason: 'label-fixed' } })
  await expect(edit({ positives: [{ ordinal: 99, start: 0, end: 2, note: '' }] })).rejects.toMatchObject({
    code: 'invalid',
    details: { issues: [{ path: 'body.content.positives.0', message: 'instance-unknown' }] },
  })
  expect(await db.version.count({ where: { artifactId: draft!.artifactId } })).toBe(1)
  expect(await stateOf(draft!.id)).toBe('waiting')
})

test('a rejection keeps its reason and settles the draft', async () => {
  const actor = await makeProject()
  const [draft] = await queueDrafts(actor)
  const decision = await rejectDraft(actor, draft!, { reasonCode: 'contradicts-gold' })
  expect(decision).toMatchObject({ verdict: 'reject', reasonCode: 'contradicts-gold' })
  expect(await stateOf(draft!.id)).toBe('rejected')
})

test('a skipped draft waits for others, and for the skipper when they ask for it', async () => {
  const anna = await makeProject()
  const ben = await joinProject(anna.project.slug)
  const [draft] = await queueDrafts(anna)
  await skipDraft(anna, draft!)
  expect(await readQueue(anna)).toMatchObject({ waiting: 1, skippedByMe: 1, others: [] })
  expect((await leaseDrafts(anna, {})).items).toEqual([])
  expect((await leaseDrafts(ben, {})).items).toHaveLength(1)
  await skipDraft(ben, draft!)
  const { items } = await leaseDrafts(anna, { includeSkipped: true })
  expect(items.map(({ version }) => version.id)).toEqual([draft!.id])
})

test('a newer approval takes the place of the one before it', async () => {
  const actor = await makeProject()
  const [draft] = await queueDrafts(actor)
  await approveDraft(actor, draft!)
  const content = { ...draft!.content, definition: 'Drafted once more.' }
  const again = await propose(actor, { corpusId: draft!.corpusId, content })
  expect(await stateOf(draft!.id)).toBe('approved')
  await approveDraft(actor, again)
  expect(await stateOf(draft!.id)).toBe('superseded')
  expect(await stateOf(again.id)).toBe('approved')
})

test('says who decided when a draft is decided already', async () => {
  const anna = await makeProject()
  const ben = await joinProject(anna.project.slug)
  const [draft] = await queueDrafts(anna)
  await leaseDrafts(anna, {})
  await lapseLeases(anna)
  await approveDraft(ben, draft!)
  await expect(decideDraft(anna, approval(draft!))).rejects.toMatchObject({
    code: 'conflict',
    details: { reason: 'already-decided', params: { by: ben.name } },
  })
})

test('refuses a decision when another holds the draft, and takes it when the lapsed lease was left alone', async () => {
  const anna = await makeProject()
  const ben = await joinProject(anna.project.slug)
  const [draft] = await queueDrafts(anna)
  await leaseDrafts(anna, {})
  await lapseLeases(anna)
  await leaseDrafts(ben, {})
  await expect(decideDraft(anna, approval(draft!))).rejects.toMatchObject({
    details: { reason: 'lease-lost', params: { by: ben.name } },
  })
  await lapseLeases(ben)
  expect((await decideDraft(anna, approval(draft!))).decision.verdict).toBe('approve')
})

test('refuses another hash, a superseded draft, a draft of another project', async () => {
  const actor = await makeProject()
  const stranger = await makeProject()
  const [draft] = await queueDrafts(actor)
  await expect(
    decideDraft(actor, { ...approval(draft!), contentHash: 'f'.repeat(64) }),
  ).rejects.toMatchObject({
    details: { reason: 'content-changed' },
  })
  await expect(decideDraft(stranger, approval(draft!))).rejects.toMatchObject({ code: 'not_found' })
  await propose(actor, { corpusId: draft!.corpusId, content: guidelineContent({ label: 'label-1' }) })
  await expect(decideDraft(actor, approval(draft!))).rejects.toMatchObject({
    details: { reason: 'superseded' },
  })
})

test('only a person in a browser session decides', async () => {
  const actor = await makeProject()
  const [draft] = await queueDrafts(actor)
  const byToken = { ...actor, kind: 'person' as const, via: 'token' as const }
  const service = { ...actor, kind: 'service' as const, via: 'token' as const }
  await expect(decideDraft(byToken, approval(draft!))).rejects.toMatchObject({
    code: 'forbidden',
    details: { reason: 'session-only' },
  })
  await expect(decideDraft(service, approval(draft!))).rejects.toMatchObject({
    code: 'forbidden',
    details: { reason: 'not-a-person' },
  })
  await expect(leaseDrafts(byToken, {})).rejects.toMatchObject({ code: 'forbidden' })
  expect(await db.decision.count({ where: { projectId: actor.project.id } })).toBe(0)
})

test('the same request key gives the first answer, one after the other and all at once', async () => {
  const actor = await makeProject()
  const [draft, other] = await queueDrafts(actor, { count: 2 })
  await leaseDrafts(actor, {})
  const content = { ...draft!.content, definition: 'Sent many times.' }
  const deed = { ...approval(draft!, 'sent-many-times'), verdict: 'edit' as const, content }
  const answers = await Promise.all(Array.from({ length: 8 }, () => decideDraft(actor, deed)))
  answers.push(await decideDraft(actor, deed))
  expect(new Set(answers.map(({ decision }) => decision.id)).size).toBe(1)
  expect(answers[0]!.decision.verdict).toBe('edit')
  expect(await db.version.count({ where: { artifactId: draft!.artifactId } })).toBe(2)
  expect(await db.decision.count({ where: { projectId: actor.project.id } })).toBe(2)
  await expect(decideDraft(actor, approval(other!, 'sent-many-times'))).rejects.toMatchObject({
    details: { reason: 'request-key-reused' },
  })
})

test('lists decisions newest first, page by page, without gaps', async () => {
  const actor = await makeProject()
  for (const draft of await queueDrafts(actor, { count: 5 })) await approveDraft(actor, draft)
  const first = await listDecisions(actor, { limit: 3 })
  const second = await listDecisions(actor, { limit: 3, cursor: first.nextCursor! })
  const keys = [...first.items, ...second.items].map(({ artifactKey }) => artifactKey)
  expect(keys).toEqual(['label-5', 'label-4', 'label-3', 'label-2', 'label-1'])
  expect(second.nextCursor).toBeNull()
  const { items } = await listDecisions(actor, { artifact: first.items[0]!.artifactId, verdict: 'approve' })
  expect(items).toHaveLength(1)
  await expect(listDecisions(actor, { cursor: 'x' })).rejects.toMatchObject({ code: 'invalid' })
})

test('a request key that was sent once answers for no other verdict', async () => {
  const actor = await makeProject()
  const [draft] = await queueDrafts(actor)
  const sent = approval(draft!)
  await decideDraft(actor, { ...sent, verdict: 'reject', reasonCode: 'too-vague' })
  const reused = { code: 'conflict', details: { reason: 'request-key-reused' } }
  await expect(decideDraft(actor, sent)).rejects.toMatchObject(reused)
  const edit = { ...sent, verdict: 'edit', content: draft!.content } as const
  await expect(decideDraft(actor, edit)).rejects.toMatchObject(reused)
  expect(await stateOf(draft!.id)).toBe('rejected')
})
