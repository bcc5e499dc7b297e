import fc from 'fast-check'
import { expect, test } from 'vitest'
import { listCountedDecisions } from '@/lib/evaluation/list-counted-decisions'
import { addDays, dayOf } from '@/lib/evaluation/model'
import { readDashboard } from '@/lib/evaluation/queries'
import { cutRelease } from '@/lib/library/releases/cut-release'
import { db } from '@/lib/platform/db'
import { undoDecision } from '@/lib/reviews/undo-decision'
import { makeCorpus } from '@/prisma/factories/corpora'
import { joinProject, makeProject } from '@/prisma/factories/people'
import { rate, unrate } from '@/prisma/factories/ratings'
import { approveDraft, editDraft, queueDrafts, rejectDraft, skipDraft } from '@/prisma/factories/reviews'

const today = dayOf(new Date())
const daysAgo = (days: number) => new Date(`${addDays(today, -days)}T09:00:00Z`)

test('decisions are counted as they are made and taken off when they are taken back; an edit is one', async () => {
  const lead = await makeProject()
  const drafts = await queueDrafts(lead, { count: 5 })
  await approveDraft(lead, drafts[0]!)
  await rejectDraft(lead, drafts[1]!, { reasonCode: 'bad-wording' })
  await skipDraft(lead, drafts[2]!)
  await editDraft(lead, drafts[3]!, { ...drafts[3]!.content, definition: 'A ship that bears a name.' })

  const before = await readDashboard(lead, { from: addDays(today, -9) })
  expect(before.kinds).toMatchObject([
    {
      kind: 'guideline',
      approved: 1,
      edited: 1,
      rejected: 1,
      skipped: 1,
      made: 3,
      open: 2,
      secondsEach: 1.2,
    },
  ])
  expect(before.people).toMatchObject([
    { person: lead.id, name: lead.name, made: 3, lastDay: today, open: 2 },
  ])
  expect(before.days.at(-1)).toMatchObject({ from: today, to: today, approved: 1, edited: 1, rejected: 1 })
  expect(before.reasons).toEqual([{ reason: 'bad-wording', count: 1 }])
  expect(before.drafters).toMatchObject([
    {
      authorKind: 'miner',
      author: 'corpus-miner/1',
      approved: 1,
      edited: 1,
      rejected: 1,
      decided: 3,
      acceptance: 2 / 3,
    },
  ])
  const { distance } = await db.editMeasure.findFirstOrThrow({
    where: { version: { artifact: { projectId: lead.project.id } } },
  })
  expect(before.drafters[0]!.editDistance).toBeCloseTo(distance / 2, 12)

  for (const _ of [1, 2, 3, 4]) await undoDecision(lead, { requestKey: crypto.randomUUID() })
  const after = await readDashboard(lead, {})
  expect(after.kinds).toMatchObject([{ kind: 'guideline', made: 0, skipped: 0, open: 5, secondsEach: null }])
  expect(after).toMatchObject({ people: [], reasons: [], drafters: [] })
  expect(after.days.every(({ approved, edited, rejected }) => approved + edited + rejected === 0)).toBe(true)
})

test('time left is what is open at the speed and pace of the last two weeks', async () => {
  const lead = await makeProject()
  const other = await joinProject(lead.project.slug)
  const drafts = await queueDrafts(lead, { count: 12 })
  await rate(lead, drafts[0]!, { verdict: 'approve', at: daysAgo(60), elapsedMs: 500_000 })
  for (const at of [1, 2, 3])
    await rate(lead, drafts[at]!, { verdict: 'approve', at: daysAgo(at), elapsedMs: 30_000 })
  await rate(other, drafts[4]!, { verdict: 'approve', at: daysAgo(2), elapsedMs: 3_600_000 }) // a lunch
  const { kinds, people } = await readDashboard(lead, {})
  expect(kinds).toMatchObject([{ made: 5, open: 12, perDay: 4 / 14, daysLeft: 42 }])
  expect(kinds[0]!.secondsEach).toBe((3 * 30 + 600) / 4)
  expect(kinds[0]!.hoursLeft).toBe((12 * (3 * 30 + 600)) / 4 / 3600)
  expect(people).toMatchObject([
    { person: lead.id, made: 4, open: 9, secondsEach: 30, hoursLeft: (9 * 30) / 3600 },
    { person: other.id, made: 1, open: 3, secondsEach: 600 },
  ])
})

test('what several decided agrees over time; a lead’s settlement and what was taken back are no part of it', async () => {
  const lead = await makeProject()
  const [a, b] = [await joinProject(lead.project.slug), await joinProject(lead.project.slug)]
  const [one, two, three] = await queueDrafts(lead, { count: 3 })
  await rate(a, one!, { verdict: 'approve', at: daysAgo(3) })
  await rate(b, one!, { verdict: 'approve', at: daysAgo(2) })
  await rate(a, two!, { verdict: 'approve', at: daysAgo(2) })
  await rate(b, two!, { verdict: 'reject', at: daysAgo(2) })
  await rate(a, three!, { verdict: 'edit', at: daysAgo(2) })
  const slip = await rate(b, three!, { verdict: 'reject', at: daysAgo(2) })
  await rate(b, three!, { verdict: 'skip', at: daysAgo(2) })
  const of = async () =>
    (await readDashboard(lead, { from: addDays(today, -9) })).agreement.filter(({ units }) => units > 0)
  expect(await of()).toMatchObject([{ from: addDays(today, -2), units: 3, percent: { value: 1 / 3 } }])

  await unrate(b, three!, slip)
  const { id } = await db.decision.create({
    data: {
      ...{
        projectId: lead.project.id,
        reviewerId: lead.id,
        requestKey: 'the lead settles it',
        verdict: 'approve',
      },
      ...{ versionId: two!.id, contentHash: two!.contentHash, role: 'lead' },
    },
  })
  expect(id).toBeTruthy()
  // pairs: aa, aa of the first, ar, ra of the second: n = 4, disagreements 2 of 4 seen, 6 of 12 by chance
  expect(await of()).toMatchObject([{ units: 2, percent: { value: 0.5 }, alpha: { value: 0 } }])
  expect((await readDashboard(lead, { person: lead.id })).agreement.every(({ units }) => units === 0)).toBe(
    true,
  )
})

test('an annotator sees the whole and themself, and the name of nobody else', async () => {
  const lead = await makeProject()
  const annotator = await joinProject(lead.project.slug)
  const drafts = await queueDrafts(lead, { count: 2 })
  await approveDraft(lead, drafts[0]!)
  await approveDraft(annotator, drafts[1]!)
  const own = await readDashboard(annotator, {})
  expect(own).toMatchObject({
    sees: 'own',
    kinds: [{ made: 2 }],
    people: [{ person: annotator.id, made: 1 }],
  })
  expect(JSON.stringify(own)).not.toContain(lead.name)
  expect((await readDashboard(annotator, { person: annotator.id })).days.at(-1)).toMatchObject({
    approved: 1,
  })
  for (const ask of [readDashboard, listCountedDecisions])
    await expect(ask(annotator, { person: lead.id })).rejects.toMatchObject({
      details: { reason: 'role-needed' },
    })
  expect((await listCountedDecisions(annotator, {})).items.map(({ reviewer }) => reviewer)).toEqual([
    annotator.name,
    null,
  ])
})

test('the rows behind a figure are as many as it says, page by page', async () => {
  const lead = await makeProject()
  const drafts = await queueDrafts(lead, { count: 5 })
  for (const [at, draft] of drafts.entries())
    await rate(lead, draft, { verdict: at % 2 ? 'reject' : 'approve', at: daysAgo(at) })
  await db.draft.updateMany({ where: { projectId: lead.project.id }, data: { state: 'approved' } })
  const verdicts = async (asked: Parameters<typeof listCountedDecisions>[1]) =>
    (await listCountedDecisions(lead, asked)).items.map(({ verdict }) => verdict)
  expect(await verdicts({ verdict: 'reject' })).toEqual(['reject', 'reject'])
  expect(await verdicts({ reason: 'other' })).toEqual([])
  expect(await verdicts({ from: addDays(today, -2), to: addDays(today, -1) })).toEqual(['reject', 'approve'])
  expect(await verdicts({ authorKind: 'miner', author: 'corpus-miner/1', prompt: '' })).toHaveLength(5)
  expect(await verdicts({ authorKind: 'model' })).toEqual([])
  const first = await listCountedDecisions(lead, { limit: 3 })
  const second = await listCountedDecisions(lead, { limit: 3, cursor: first.nextCursor! })
  expect([...first.items, ...second.items].map(({ versionId }) => versionId)).toEqual(
    drafts.map(({ id }) => id),
  )
  expect(second.nextCursor).toBeNull()
})

test('who has yet to decide a draft is shown no decision on it', async () => {
  const lead = await makeProject()
  const other = await joinProject(lead.project.slug)
  const [draft] = await queueDrafts(lead)
  await rate(lead, draft!, { verdict: 'reject' })
  expect((await listCountedDecisions(other, {})).items).toEqual([])
  expect((await listCountedDecisions(lead, {})).items).toHaveLength(1)
})

test('labels are covered by an approved guideline; what blocks the next release is counted', async () => {
  const lead = await makeProject()
  const corpus = await makeCorpus(lead, {
    sentences: [
      'The [Heron|vessel] left [Ostrey|place].',
      '[Mara|person] saw the [Heron|vessel].',
      'The [fog|weather] came.',
    ],
  })
  const [vessel, place] = await queueDrafts(lead, {
    corpus,
    contents: [{ label: 'vessel' }, { label: 'place' }, { label: 'person' }],
  })
  await approveDraft(lead, vessel!)
  await rejectDraft(lead, place!)
  const { coverage, blocks } = await readDashboard(lead, {})
  expect(coverage).toMatchObject([
    {
      corpusId: corpus.id,
      labels: 4,
      approved: 1,
      waiting: 1,
      rejected: 1,
      missing: 1,
      uncovered: ['person', 'place', 'weather'],
    },
  ])
  expect(blocks).toMatchObject({
    ...{
      waiting: [{ kind: 'guideline', count: 1 }],
      disputed: 0,
      uncovered: 3,
      approvedSince: 1,
      latestRelease: null,
    },
  })
  await cutRelease(lead, { note: '' })
  expect((await readDashboard(lead, {})).blocks).toMatchObject({ approvedSince: 0, latestRelease: 1 })
})

test('odd periods are refused', async () => {
  const lead = await makeProject()
  for (const period of [
    { from: '2026-02-02', to: '2026-02-01' },
    { from: '1990-01-01', to: '2026-01-01' },
  ])
    await expect(readDashboard(lead, period)).rejects.toMatchObject({ details: { reason: 'period-odd' } })
})

test('the counts are those of a recount, whatever was decided and taken back', async () => {
  const lead = await makeProject()
  const reviewers = [lead, await joinProject(lead.project.slug), await joinProject(lead.project.slug)]
  const drafts = await queueDrafts(lead, { count: 3 })
  const deed = fc.record({
    who: fc.nat(2),
    draft: fc.nat(2),
    verdict: fc.constantFrom('approve', 'edit', 'reject', 'skip'),
    day: fc.nat(4),
    undone: fc.boolean(),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { minLength: 1, maxLength: 6 }), async (deeds) => {
      for (const { who, draft, verdict, day, undone } of deeds) {
        const made = await rate(reviewers[who]!, drafts[draft]!, { verdict, at: daysAgo(day) })
        if (undone) await unrate(reviewers[who]!, drafts[draft]!, made)
      }
      const counted = await db.$queryRaw`
        SELECT day::text, reviewer_id, sum(approved)::int AS a, sum(edited)::int AS e, sum(rejected)::int AS r, sum(skipped)::int AS s
        FROM decision_day WHERE project_id = ${lead.project.id}::uuid GROUP BY 1, 2 HAVING sum(approved + edited + rejected + skipped) > 0 ORDER BY 1, 2`
      const recounted = await db.$queryRaw`
        SELECT created_at::date::text AS day, reviewer_id, count(*) FILTER (WHERE verdict = 'approve')::int AS a,
          count(*) FILTER (WHERE verdict = 'edit')::int AS e, count(*) FILTER (WHERE verdict = 'reject')::int AS r,
          count(*) FILTER (WHERE verdict = 'skip')::int AS s
        FROM decision d WHERE verdict <> 'undo' AND NOT EXISTS (SELECT 1 FROM decision u WHERE u.undoes_id = d.id)
          AND d.project_id = ${lead.project.id}::uuid
        GROUP BY 1, 2 ORDER BY 1, 2`
      expect(counted).toEqual(recounted)
    }),
    { numRuns: 15, seed: 7 },
  )
})
