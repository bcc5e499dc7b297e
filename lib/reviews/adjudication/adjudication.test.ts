import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { writeRule } from '@/lib/artifacts/writing/write-rule'
import { cutRelease } from '@/lib/library/releases/cut-release'
import { db } from '@/lib/platform/db'
import type { ProjectActor } from '@/lib/projects/model'
import { adjudicateDraft } from '@/lib/reviews/adjudication/adjudicate-draft'
import type { Cause } from '@/lib/reviews/adjudication/model'
import { listDisputes, readDispute } from '@/lib/reviews/adjudication/queries'
import { readVersionLinks } from '@/lib/reviews/adjudication/read-version-links'
import { undoAdjudication } from '@/lib/reviews/adjudication/undo-adjudication'
import { sendBack } from '@/lib/reviews/rechecks/send-back'
import { undoDecision } from '@/lib/reviews/undo-decision'
import { makeCorpus } from '@/prisma/factories/corpora'
import { joinProject, makeProject } from '@/prisma/factories/people'
import { approveDraft, editDraft, planReviews, queueDrafts, rejectDraft } from '@/prisma/factories/reviews'

const SENTENCES = ['The [Petrel|vessel] lay in [Wickholm|place] .', 'A [Tern|vessel] sails .']
const key = () => `key-${randomUUID()}`
const reasonOf = (deed: Promise<unknown>) =>
  deed.then(
    () => 'done',
    (error) => error.details?.reason ?? error.message,
  )
const stateOf = async (versionId: string) =>
  (await db.draft.findUniqueOrThrow({ where: { versionId } })).state

/** A guideline that one reviewer edited and another rejected. */
async function makeDispute() {
  const lead = await makeProject()
  const [anna, ben] = [await joinProject(lead.project.slug), await joinProject(lead.project.slug)]
  const corpus = await makeCorpus(lead, { sentences: SENTENCES })
  await planReviews(lead, { overlap: 2 })
  const [draft] = await queueDrafts(lead, { corpus, contents: [{ label: 'vessel' }] })
  const edited = await editDraft(anna, draft!, { ...draft!.content, definition: 'A ship with a name.' })
  await rejectDraft(ben, draft!)
  const settle = (given: object, by = lead) =>
    adjudicateDraft(by, {
      version: draft!.id,
      contentHash: draft!.contentHash,
      cause: 'slip' as Cause,
      note: '',
      elapsedMs: 10,
      requestKey: key(),
      ...given,
    } as never)
  return { lead, anna, ben, corpus, draft: draft!, edited, settle }
}

test('a dispute shows a lead all decisions side by side with the texts that reviewers wrote, and nobody else', async () => {
  const { lead, anna, ben, draft, edited } = await makeDispute()
  const dispute = await readDispute(lead, { version: draft.id })
  expect(dispute).toMatchObject({
    version: { id: draft.id, state: 'disputed' },
    votes: [
      { decision: { reviewer: anna.name, verdict: 'edit' }, text: { id: edited.resultVersionId } },
      { decision: { reviewer: ben.name, verdict: 'reject', reasonCode: 'too-vague' }, text: null },
    ],
    agreement: 0,
    adjudication: null,
    guidelines: [{ key: 'vessel', waits: false }],
  })
  const told = await db.notification.findMany({ where: { projectId: lead.project.id, kind: 'disputed' } })
  expect(told.map(({ userId }) => userId)).toEqual([lead.id])
  expect(await reasonOf(readDispute(anna, { version: draft.id }))).toBe('role-needed')
  expect(await reasonOf(listDisputes(anna, {}))).toBe('role-needed')
  expect(await reasonOf(readDispute(await makeProject(), { version: draft.id }))).toBe('dispute-unknown')
})

test('disputes come lowest agreement first, page by page', async () => {
  const lead = await makeProject()
  const team: ProjectActor[] = [lead]
  while (team.length < 4) team.push(await joinProject(lead.project.slug))
  await planReviews(lead, { overlap: 4 })
  const drafts = await queueDrafts(lead, { count: 3 })
  const say = async (at: number, verdicts: string) => {
    const draft = drafts[at]!
    for (const [n, verdict] of [...verdicts].entries())
      if (verdict === 'a') await approveDraft(team[n]!, draft)
      else if (verdict === 'r') await rejectDraft(team[n]!, draft)
      else await editDraft(team[n]!, draft, { ...draft.content, definition: `Text ${n}.` })
  }
  await say(0, 'aarr')
  await say(1, 'aree')
  await say(2, 'aare')
  const all = await listDisputes(lead, {})
  expect(all.open).toBe(3)
  expect(all.items.map(({ key, sides }) => [key, sides])).toEqual([
    ['label-2', [1, 1, 1, 1]],
    ['label-3', [2, 1, 1]],
    ['label-1', [2, 2]],
  ])
  expect(all.items.map(({ agreement }) => Math.round(agreement * 100))).toEqual([0, 17, 33])
  const first = await listDisputes(lead, { limit: 2 })
  const rest = await listDisputes(lead, { limit: 2, cursor: first.nextCursor! })
  expect([...first.items, ...rest.items].map(({ key }) => key)).toEqual(['label-2', 'label-3', 'label-1'])
  expect(rest.nextCursor).toBe(null)
})

test('a lead picks a text that a reviewer wrote: it is approved by the lead, with the cause, and those who voted are told', async () => {
  const { lead, anna, ben, draft, edited, settle } = await makeDispute()
  const content = { ...draft.content, definition: 'A ship with a name.' }
  const settled = await settle({ verdict: 'edit', content, cause: 'honest-difference', note: 'Clearer so.' })
  expect(settled).toMatchObject({
    adjudication: {
      cause: 'honest-difference',
      note: 'Clearer so.',
      by: lead.name,
      verdict: 'edit',
      guideline: null,
    },
    settled: { id: edited.resultVersionId, state: 'approved' },
    version: { state: 'superseded' },
  })
  await cutRelease(lead, {})
  const item = await db.releaseItem.findFirstOrThrow({ where: { versionId: edited.resultVersionId! } })
  const by = await db.decision.findUniqueOrThrow({ where: { id: item.decisionId } })
  expect([by.reviewerId, by.role]).toEqual([lead.id, 'lead'])
  const told = await db.notification.findMany({ where: { kind: 'adjudicated' }, select: { userId: true } })
  expect(told.map(({ userId }) => userId)).toEqual(expect.arrayContaining([anna.id, ben.id]))
  const [entry] = await db.auditEntry.findMany({
    where: { action: 'draft.adjudicated', subjectId: draft.id },
  })
  expect(entry).toMatchObject({ actorId: lead.id, data: { cause: 'honest-difference', verdict: 'edit' } })
  expect(await reasonOf(undoDecision(anna, { requestKey: key(), decisionId: edited.id }))).toBe('in-release')
  const [listed] = (await listDisputes(lead, { state: 'settled' })).items
  expect(listed).toMatchObject({ versionId: draft.id, sides: [1, 1], adjudication: { by: lead.name } })
})

test('a lead writes a text of their own, approves the draft as it was, or rejects it', async () => {
  const written = await makeDispute()
  const own = { ...written.draft.content, definition: 'A vessel that carries a name.' }
  const { settled } = await written.settle({ verdict: 'edit', content: own })
  expect(settled).toMatchObject({ content: own, author: written.lead.name, state: 'approved' })
  expect(await stateOf(written.edited.resultVersionId!)).toBe('superseded')
  const approved = await makeDispute()
  await approved.settle({ verdict: 'approve' })
  expect(await stateOf(approved.draft.id)).toBe('approved')
  const rejected = await makeDispute()
  await rejected.settle({ verdict: 'reject', reasonCode: 'too-vague' })
  expect(await stateOf(rejected.draft.id)).toBe('rejected')
})

test('is settled once, by a lead, and the same request again gives the first answer', async () => {
  const { lead, anna, settle } = await makeDispute()
  expect(await reasonOf(settle({ verdict: 'approve' }, anna))).toBe('role-needed')
  expect(await reasonOf(settle({ verdict: 'approve' }, { ...lead, via: 'token' } as ProjectActor))).toBe(
    'session-only',
  )
  expect(await reasonOf(settle({ verdict: 'approve', contentHash: 'f'.repeat(64) }))).toBe('content-changed')
  const requestKey = key()
  await settle({ verdict: 'approve', requestKey })
  await settle({ verdict: 'approve', requestKey })
  expect(await db.adjudication.count({ where: { projectId: lead.project.id } })).toBe(1)
  expect(await reasonOf(settle({ verdict: 'approve' }))).toBe('already-decided')
  const [draft] = await queueDrafts(lead)
  const waiting = { version: draft!.id, contentHash: draft!.contentHash, verdict: 'approve' }
  expect(await reasonOf(settle(waiting))).toBe('not-disputed')
})

test('is taken back by who settled it: the draft is disputed again with the texts of the reviewers, until something is built on it', async () => {
  const { lead, anna, draft, edited, settle } = await makeDispute()
  const content = { ...draft.content, definition: 'A ship with a name.' }
  await settle({ verdict: 'edit', content })
  const other = await joinProject(lead.project.slug, { role: 'lead' })
  const undo = (by: ProjectActor) => undoAdjudication(by, { version: draft.id, requestKey: key() })
  expect(await reasonOf(undo(other))).toBe('not-your-decision')
  const again = await undo(lead)
  expect(again).toMatchObject({ version: { state: 'disputed' }, adjudication: null })
  expect(await stateOf(edited.resultVersionId!)).toBe('proposed')
  await settle({ verdict: 'edit', content })
  await cutRelease(lead, {})
  expect(await reasonOf(undo(lead))).toBe('in-release')
  expect(await reasonOf(undo(anna))).toBe('role-needed')
})

/** A rule about vessels that reviewers disagree about, beside an approved guideline of vessels. */
async function makeRuleDispute() {
  const lead = await makeProject()
  const [anna, ben] = [await joinProject(lead.project.slug), await joinProject(lead.project.slug)]
  const corpus = await makeCorpus(lead, { sentences: SENTENCES })
  const [guideline, place] = await queueDrafts(lead, {
    corpus,
    contents: [{ label: 'vessel' }, { label: 'place' }],
  })
  await approveDraft(anna, guideline!)
  await approveDraft(anna, place!)
  const { versionId } = await writeRule(lead, {
    corpus: corpus.id,
    rule: {
      taskForm: 'ner',
      scope: { labels: ['vessel'] },
      statement: { en: 'Begin ships with their article.', zh: '船名从冠词开始。' },
      paraphrases: { en: [], zh: [] },
      transform: { name: 'leading-determiner', parameters: { mode: 'include', words: ['the', 'a'] } },
      exceptions: [],
      note: '',
    },
  })
  const rule = await db.version.findUniqueOrThrow({ where: { id: versionId } })
  await approveDraft(anna, rule)
  await rejectDraft(ben, rule, { reasonCode: 'wrong-scope' })
  const settle = (given: object) =>
    adjudicateDraft(lead, {
      ...{ version: rule.id, contentHash: rule.contentHash, verdict: 'approve', cause: 'guideline-gap' },
      ...{ note: 'Are articles part of a name?', elapsedMs: 10, requestKey: key() },
      ...given,
    } as never)
  return { lead, anna, ben, rule, guideline: guideline!, place: place!, settle }
}

test('a gap in the guideline opens its next version with the case attached, linked both ways; undo takes both back', async () => {
  const { lead, anna, rule, guideline, place, settle } = await makeRuleDispute()
  expect((await readDispute(lead, { version: rule.id })).guidelines).toMatchObject([
    { artifactId: guideline.artifactId, version: { id: guideline.id, state: 'approved' }, waits: false },
  ])
  expect(await reasonOf(settle({ guideline: { artifact: place.artifactId } }))).toBe('guideline-unconcerned')
  expect(await reasonOf(settle({ cause: 'slip', guideline: { artifact: guideline.artifactId } }))).toBe(
    'guideline-unconcerned',
  )
  const { adjudication } = await settle({ guideline: { artifact: guideline.artifactId } })
  expect(adjudication).toMatchObject({
    guideline: { key: 'vessel', number: 2, state: 'waiting', opened: true },
  })
  const opened = await db.version.findUniqueOrThrow({ where: { id: adjudication!.guideline!.versionId } })
  expect(opened).toMatchObject({
    ...{ parentId: guideline.id, authorId: lead.id },
    content: {
      questions: ['What about “Begin ships with their article.” (v1)? Are articles part of a name?'],
    },
  })
  expect(await readVersionLinks(anna, { version: opened.id })).toMatchObject({
    cases: [{ versionId: rule.id, kind: 'rule', by: lead.name, note: 'Are articles part of a name?' }],
    replaces: null,
  })
  expect(await readVersionLinks(anna, { version: rule.id })).toMatchObject({
    settled: { cause: 'guideline-gap', guideline: { versionId: opened.id } },
  })
  await undoAdjudication(lead, { version: rule.id, requestKey: key() })
  expect(await stateOf(opened.id)).toBe('superseded')
  expect(await stateOf(guideline.id)).toBe('approved')
  const words = { ...guideline.content, definition: 'A named ship, without its article.' }
  const second = await settle({ guideline: { artifact: guideline.artifactId, content: words } })
  const next = await db.version.findUniqueOrThrow({
    where: { id: second.adjudication!.guideline!.versionId },
  })
  expect(next).toMatchObject({ number: 3, content: words })
  expect(await readVersionLinks(anna, { version: next.id })).toMatchObject({
    replaces: { number: 1, decided: 1 },
  })
  await approveDraft(anna, next)
  expect(await reasonOf(undoAdjudication(lead, { version: rule.id, requestKey: key() }))).toBe('case-decided')
  await sendBack(lead, { version: next.id, versions: [rule.id] })
  const afterwards = await readDispute(lead, { version: rule.id })
  expect([afterwards.votes.length, afterwards.version.state]).toEqual([2, 'waiting'])
  expect((await listDisputes(lead, { state: 'settled' })).items).toMatchObject([{ sides: [1, 1] }])
  expect(await reasonOf(undoAdjudication(lead, { version: rule.id, requestKey: key() }))).toBe('sent-back')
})

test('where a version of the guideline waits already, the case goes with that one, and nobody’s work on it is lost', async () => {
  const { lead, guideline, settle } = await makeRuleDispute()
  const [waiting] = await queueDrafts(lead, {
    corpus: { id: guideline.corpusId },
    contents: [{ label: 'vessel', definition: 'Any ship.' }],
  })
  const { adjudication } = await settle({ guideline: { artifact: guideline.artifactId } })
  expect(adjudication).toMatchObject({ guideline: { versionId: waiting!.id, opened: false } })
  await undoAdjudication(lead, { version: adjudication!.versionId, requestKey: key() })
  expect(await stateOf(waiting!.id)).toBe('waiting')
})
