import { expect, test } from 'vitest'
import { writeApplication } from '@/lib/artifacts/write-application'
import { rewriteArtifact } from '@/lib/artifacts/writing/rewrite-artifact'
import { writeRule } from '@/lib/artifacts/writing/write-rule'
import { cutRelease } from '@/lib/library/releases/cut-release'
import { db } from '@/lib/platform/db'
import { leaseDrafts } from '@/lib/reviews/lease-drafts'
import { readQueue } from '@/lib/reviews/read-queue'
import { readWork } from '@/lib/reviews/rechecks/queries'
import { sendBack } from '@/lib/reviews/rechecks/send-back'
import { undoSending } from '@/lib/reviews/rechecks/undo-sending'
import { releaseLeases } from '@/lib/reviews/release-leases'
import { undoDecision } from '@/lib/reviews/undo-decision'
import { makeCorpus } from '@/prisma/factories/corpora'
import { joinProject, makeProject } from '@/prisma/factories/people'
import { approveDraft, planReviews, propose, queueDrafts, rejectDraft } from '@/prisma/factories/reviews'

const SENTENCES = ['The [Petrel|vessel] lay in [Wickholm|place] .', 'A [Tern|vessel] sails .']
const reasonOf = (deed: Promise<unknown>) =>
  deed.then(
    () => 'done',
    (error) => error.details?.reason ?? error.message,
  )
const stateOf = async (versionId: string) =>
  (await db.draft.findUniqueOrThrow({ where: { versionId } })).state

/** A corpus with an approved guideline of vessels, and people who decide one draft each. */
async function makeHarbour() {
  const lead = await makeProject()
  const [anna, ben] = [await joinProject(lead.project.slug), await joinProject(lead.project.slug)]
  const { id: corpusId } = await makeCorpus(lead, { sentences: SENTENCES })
  for (const kind of ['guideline', 'rule', 'application']) await planReviews(lead, { kind, overlap: 1 })
  const [guideline] = await queueDrafts(lead, { corpus: { id: corpusId }, contents: [{ label: 'vessel' }] })
  const write = async (labels: string[], words: string[] | null) => {
    const en = `About ${labels.join(' and ')}: ${words?.join(', ') ?? 'by hand'}.`
    const transform = words && { name: 'leading-determiner' as const, parameters: { mode: 'include', words } }
    const { versionId } = await writeRule(lead, {
      corpus: corpusId,
      rule: {
        ...{ taskForm: 'ner', scope: { labels }, transform, exceptions: [], note: '' },
        ...{ statement: { en, zh: en }, paraphrases: { en: [], zh: [] } },
      },
    })
    return db.version.findUniqueOrThrow({ where: { id: versionId } })
  }
  const next = async (change: object) => {
    const version = await propose(lead, { corpusId, content: { ...guideline!.content, ...change } })
    await approveDraft(anna, version)
    return version
  }
  return { lead, anna, ben, corpusId, guideline: guideline!, write, next }
}

test('what was decided while the old version was the approved one and is about its label is listed, and nothing else', async () => {
  const { lead, anna, ben, corpusId, guideline, write, next } = await makeHarbour()
  const before = await write(['vessel'], ['the'])
  await approveDraft(anna, before)
  await approveDraft(anna, guideline)
  const about = await write(['vessel', 'place'], ['a'])
  await approveDraft(anna, about)
  const everyLabel = await write([], ['an'])
  await rejectDraft(ben, everyLabel)
  const other = await write(['place'], ['this'])
  await approveDraft(anna, other)
  const byHand = await write(['vessel'], null)
  await approveDraft(anna, byHand)
  const gold = { entities: [{ label: 'vessel', start: 0, end: 10 }] }
  const instance = await db.instance.findFirstOrThrow({ where: { corpusId, ordinal: 2 } })
  const written = await writeApplication(anna, {
    version: byHand.id,
    ordinal: 2,
    gold: instance.gold ?? gold,
  })
  await approveDraft(ben, await db.version.findUniqueOrThrow({ where: { id: written.versionId } }))
  const waiting = await write(['vessel'], ['every'])
  const newer = await next({ definition: 'A ship that bears a name.' })
  const after = await write(['vessel'], ['no'])
  await approveDraft(anna, after)
  const work = await readWork(lead, { version: newer.id })
  expect(new Set(work.items.map(({ versionId }) => versionId))).toEqual(
    new Set([about.id, everyLabel.id, byHand.id, written.versionId]),
  )
  expect(work).toMatchObject({
    guideline: { key: 'vessel', number: 2, state: 'approved' },
    ...{ old: [{ versionId: guideline.id, number: 1 }], meansElse: true, open: 4, waiting: 0, again: 0 },
    kinds: { rule: 3, application: 1 },
  })
  expect(work.items.find(({ versionId }) => versionId === everyLabel.id)).toMatchObject({
    ...{ decidedAs: 'rejected', deciders: [ben.name], heldBack: null, sentBack: null },
  })
  expect(waiting.id).not.toBe(about.id)
  const first = await readWork(lead, { version: newer.id, limit: 3 })
  const rest = await readWork(lead, { version: newer.id, limit: 3, cursor: first.nextCursor! })
  expect([first.items.length, rest.items.length, rest.nextCursor]).toEqual([3, 1, null])
  expect((await readWork(lead, { version: newer.id, kind: 'application' })).items).toHaveLength(1)
})

test('versions with only other wordings count as one with the text that they say again', async () => {
  const { lead, anna, guideline, write, next } = await makeHarbour()
  await approveDraft(anna, guideline)
  const early = await write(['vessel'], ['the'])
  await approveDraft(anna, early)
  const reworded = await next({ paraphrases: { en: ['A ship or a boat, by name.'], zh: [] } })
  const late = await write(['vessel'], ['a'])
  await approveDraft(anna, late)
  expect(await readWork(lead, { version: reworded.id })).toMatchObject({ meansElse: false, items: [] })
  const newer = await next({
    definition: 'A ship that bears a name.',
    paraphrases: { en: ['A ship or a boat, by name.'], zh: [] },
  })
  const work = await readWork(lead, { version: newer.id })
  expect(work).toMatchObject({ old: [{ number: 2 }, { number: 1 }], wordings: 1, open: 2 })
  expect(new Set(work.items.map(({ versionId }) => versionId))).toEqual(new Set([early.id, late.id]))
})

test('work that is sent back waits again for new votes, is in no release meanwhile, and keeps what was decided as history', async () => {
  const { lead, anna, ben, guideline, write, next } = await makeHarbour()
  await approveDraft(anna, guideline)
  const rule = await write(['vessel'], ['the'])
  const kept = await write(['vessel'], ['a'])
  const decided = await approveDraft(anna, rule)
  await approveDraft(anna, kept)
  const newer = await next({ definition: 'A ship that bears a name.' })
  expect(await reasonOf(sendBack(anna, { version: newer.id }))).toBe('role-needed')
  const { count, sendingId } = await sendBack(lead, { version: newer.id, versions: [rule.id] })
  expect([count, await stateOf(rule.id), await stateOf(kept.id)]).toEqual([1, 'waiting', 'approved'])
  expect(await reasonOf(sendBack(lead, { version: newer.id, versions: [rule.id] }))).toBe('work-changed')
  expect((await cutRelease(lead, {})).itemCount).toBe(2)
  expect(await reasonOf(undoDecision(anna, { requestKey: 'undo-12345678', decisionId: decided.id }))).toBe(
    'sent-back',
  )
  const told = await db.notification.findFirstOrThrow({ where: { userId: anna.id, kind: 'sent-back' } })
  expect(told.subject).toMatchObject({ versionId: rule.id, why: 'vessel v2' })
  expect((await leaseDrafts(anna, { count: 5 })).items.map(({ version }) => version.id)).toEqual([rule.id])
  await releaseLeases(anna)
  await rejectDraft(ben, rule, { reasonCode: 'wrong-scope' })
  expect(await stateOf(rule.id)).toBe('rejected')
  expect(await db.decision.count({ where: { versionId: rule.id } })).toBe(2)
  expect(await readWork(lead, { version: newer.id })).toMatchObject({ open: 1, waiting: 0, again: 1 })
  expect(await reasonOf(undoSending(lead, { version: newer.id, sendingId }))).toBe('sent-decided')
  const [entry] = await db.auditEntry.findMany({ where: { action: 'work.sent-back', subjectId: newer.id } })
  expect(entry).toMatchObject({ actorId: lead.id, data: { count: 1, key: 'vessel' } })
})

test('a sending is taken back for what nobody has decided again, which stands as it did', async () => {
  const { lead, anna, ben, guideline, write, next } = await makeHarbour()
  await approveDraft(anna, guideline)
  const rules = [await write(['vessel'], ['the']), await write(['vessel'], ['a'])]
  for (const rule of rules) await approveDraft(anna, rule)
  const newer = await next({ definition: 'A ship that bears a name.' })
  const { sendingId, count } = await sendBack(lead, { version: newer.id })
  expect(count).toBe(2)
  await leaseDrafts(ben, { count: 5 })
  await approveDraft(ben, rules[0]!)
  expect(await undoSending(lead, { version: newer.id, sendingId })).toEqual({ restored: 1, decided: 1 })
  expect(await stateOf(rules[1]!.id)).toBe('approved')
  expect(await readQueue(ben)).toMatchObject({ waiting: 0 })
  expect(await reasonOf(undoSending(lead, { version: newer.id, sendingId }))).toBe('sent-decided')
  expect((await cutRelease(lead, {})).itemCount).toBe(3)
})

test('nothing is sent back before the new version is approved, nor what a newer draft waits for', async () => {
  const { lead, anna, corpusId, guideline, write, next } = await makeHarbour()
  await approveDraft(anna, guideline)
  const rule = await write(['vessel'], ['the'])
  await approveDraft(anna, rule)
  const opened = await propose(lead, { corpusId, content: { ...guideline.content, definition: 'Any ship.' } })
  expect(await readWork(lead, { version: opened.id })).toMatchObject({ open: 1, period: { to: null } })
  expect(await reasonOf(sendBack(lead, { version: opened.id }))).toBe('guideline-waits')
  const words = { ...(rule.content as object), note: 'Sent in by a reader.' }
  await rewriteArtifact(lead, { artifact: rule.artifactId, content: words })
  const newer = await next({ definition: 'A ship that bears a name.' })
  const { items, open } = await readWork(lead, { version: newer.id })
  expect([items.map(({ heldBack }) => heldBack), open]).toEqual([['newer-waits'], 0])
  expect(await reasonOf(sendBack(lead, { version: newer.id }))).toBe('work-changed')
})
