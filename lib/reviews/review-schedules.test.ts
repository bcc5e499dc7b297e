import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { db } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import type { ProjectActor } from '@/lib/projects/model'
import { decideDraft } from '@/lib/reviews/decide-draft'
import { leaseDrafts } from '@/lib/reviews/lease-drafts'
import { outcomeOf, type Vote } from '@/lib/reviews/model'
import { releaseLeases } from '@/lib/reviews/release-leases'
import type { DeskItem } from '@/lib/reviews/schema'
import { undoDecision } from '@/lib/reviews/undo-decision'
import { joinProject, makeProject } from '@/prisma/factories/people'
import { lapseLeases, planReviews, type QueuedDraft, queueDrafts } from '@/prisma/factories/reviews'

// Many reviewers do what reviewers do, each in an order of their own, all at once. Whatever the schedule: no draft is in more hands
// than were asked for or decided twice by one, it is settled exactly when its votes say so, and what was acknowledged is there.
// GLOSS_SCHEDULES=1000 GLOSS_REVIEWERS=50 plays as many schedules of as many people.

const REVIEWERS = Number(process.env.GLOSS_REVIEWERS ?? 12)
const DRAFTS = 3
const SCHEDULES = Number(process.env.GLOSS_SCHEDULES ?? 60)

const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('lease' as const), count: fc.integer({ min: 1, max: 3 }) }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('rush' as const), draft: fc.nat(DRAFTS - 1) }) },
  { weight: 3, arbitrary: fc.constant({ do: 'approve' as const }) },
  { weight: 2, arbitrary: fc.constant({ do: 'edit' as const }) },
  { weight: 2, arbitrary: fc.constant({ do: 'reject' as const }) },
  { weight: 2, arbitrary: fc.constant({ do: 'skip' as const }) },
  { weight: 2, arbitrary: fc.constant({ do: 'undo' as const }) },
  { weight: 1, arbitrary: fc.constant({ do: 'again' as const }) },
  { weight: 1, arbitrary: fc.constant({ do: 'lapse' as const }) },
  { weight: 1, arbitrary: fc.constant({ do: 'crash' as const }) },
  { weight: 1, arbitrary: fc.constant({ do: 'giveBack' as const }) },
)
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never
const schedules = fc.record({
  overlap: fc.integer({ min: 1, max: 3 }),
  steps: fc.array(fc.array(step, { maxLength: 5 }), { minLength: REVIEWERS, maxLength: REVIEWERS }),
})

/** A reviewer at a desk: what they have on it, and what the server told them was saved. */
type Desk = {
  actor: ProjectActor
  drafts: QueuedDraft[]
  items: DeskItem[]
  acknowledged: string[]
  lastSent?: () => Promise<string>
}

const expected = new Set([
  'already-decided',
  'already-voted',
  'disputed',
  'superseded',
  'lease-lost',
  'nothing-to-undo',
  'later-decision',
  'newer-draft',
])

async function perform(desk: Desk, step: Step): Promise<void> {
  const { actor } = desk
  if (step.do === 'lease')
    desk.items = (await leaseDrafts(actor, { count: step.count, includeSkipped: true })).items
  else if (step.do === 'lapse') await lapseLeases(actor)
  // What was on the screen and what was under way are gone; the leases are not.
  else if (step.do === 'crash') Object.assign(desk, { items: [], lastSent: undefined })
  else if (step.do === 'giveBack') await releaseLeases(actor)
  else if (step.do === 'again') await desk.lastSent?.()
  // Without a lease: legal as long as nobody holds the draft, so that several do it at the same moment.
  else if (step.do === 'rush')
    await send(desk, (key) =>
      decideDraft(actor, deedOf('approve', { version: desk.drafts[step.draft]! }, key)),
    )
  else if (step.do === 'undo') await send(desk, (requestKey) => undoDecision(actor, { requestKey }))
  else {
    const item = desk.items.shift()
    if (item) await send(desk, (requestKey) => decideDraft(actor, deedOf(step.do, item, requestKey)))
  }
}

function deedOf(
  verdict: 'approve' | 'edit' | 'reject' | 'skip',
  { version }: { version: Pick<DeskItem['version'], 'id' | 'contentHash' | 'content'> },
  requestKey: string,
) {
  const of = {
    versionId: version.id,
    contentHash: version.contentHash,
    comment: '',
    elapsedMs: 1,
    requestKey,
  }
  if (verdict === 'reject') return { ...of, verdict, reasonCode: 'too-vague' as const }
  if (verdict !== 'edit') return { ...of, verdict }
  // Some edit alike.
  return { ...of, verdict, content: { ...version.content, definition: `Edited: ${requestKey.slice(0, 1)}` } }
}

async function send(desk: Desk, deed: (key: string) => Promise<{ decision: { id: string } }>): Promise<void> {
  const key = randomUUID()
  desk.lastSent = async () => (await deed(key)).decision.id
  const id = await desk.lastSent()
  desk.acknowledged.push(id)
}

async function play(desk: Desk, steps: Step[]): Promise<void> {
  for (const step of steps)
    await perform(desk, step).catch((error: unknown) => {
      if (!(error instanceof AppError) || !expected.has(error.details.reason ?? '')) throw error
    })
}

/** Seen while everything moves, in one snapshot: no draft has more places than asked for, and nobody two of them. */
async function expectPlaces(projectId: string, overlap: number): Promise<void> {
  const wrong = await db.$queryRaw`
    SELECT version_id FROM review_slot WHERE project_id = ${projectId}::uuid GROUP BY version_id
    HAVING count(*) <> ${overlap}
      OR count(DISTINCT holder_id) FILTER (WHERE closed_at IS NULL) < count(holder_id) FILTER (WHERE closed_at IS NULL)`
  expect(wrong).toEqual([])
}

/** The history of every draft, read in order, is one in which each decided once for themselves, and no more than were asked. */
async function expectSoundHistory(drafts: QueuedDraft[], desks: Desk[], overlap: number): Promise<void> {
  const versionIds = drafts.map(({ id }) => id)
  const rows = await db.decision.findMany({
    where: { versionId: { in: versionIds } },
    include: { resultVersion: { select: { id: true, contentHash: true } } },
    orderBy: { number: 'asc' },
  })
  const ids = new Set(rows.map(({ id }) => id))
  for (const id of desks.flatMap(({ acknowledged }) => acknowledged)) expect(ids).toContain(id)
  const standing = new Map(versionIds.map((id) => [id, new Map<string, Cast>()]))
  for (const row of rows) {
    const votes = standing.get(row.versionId)!
    if (row.verdict === 'skip') continue
    if (row.verdict === 'undo') {
      if (votes.get(row.reviewerId)?.id === row.undoesId) votes.delete(row.reviewerId)
      continue
    }
    expect(votes.has(row.reviewerId), 'one person decided twice').toBe(false)
    const own = { id: row.versionId, contentHash: row.contentHash }
    const text = row.verdict === 'reject' ? null : (row.resultVersion ?? own)
    votes.set(row.reviewerId, {
      id: row.id,
      vote: {
        reviewerId: row.reviewerId,
        role: 'reviewer',
        text: text && { versionId: text.id, contentHash: text.contentHash },
      },
    })
    expect(votes.size, 'more decided than were asked').toBeLessThanOrEqual(overlap)
  }
  for (const draft of drafts)
    await expectOutcome(
      draft,
      [...standing.get(draft.id)!.values()].map(({ vote }) => vote),
      overlap,
    )
}

type Cast = { id: string; vote: Vote }

/** A draft is settled exactly when its votes say so, and as they say. */
async function expectOutcome(draft: QueuedDraft, votes: Vote[], overlap: number): Promise<void> {
  const states = await db.draft.findMany({
    where: { version: { artifactId: draft.artifactId } },
    include: { slots: { where: { closedAt: null } } },
  })
  const outcome = outcomeOf(overlap, votes)
  const winner = outcome.state === 'approved' ? outcome.text.versionId : null
  const own = states.find(({ versionId }) => versionId === draft.id)!
  expect(own.state).toBe(winner && winner !== draft.id ? 'superseded' : outcome.state)
  expect(own.slots.length).toBe(outcome.state === 'waiting' ? overlap - votes.length : 0)
  const approved = states.filter(({ state }) => state === 'approved').map(({ versionId }) => versionId)
  expect(approved).toEqual(winner ? [winner] : [])
}

test('under any schedule of several reviewers nothing is held or decided by more than were asked, and nothing acknowledged is lost', async () => {
  const people = await makeProject()
  const everyone = [people]
  while (everyone.length < REVIEWERS) everyone.push(await joinProject(people.project.slug))
  const made = { decisions: 0 }
  await fc.assert(
    fc.asyncProperty(schedules, async ({ overlap, steps }) => {
      const lead = await makeProject({ person: people })
      await planReviews(lead, { overlap })
      const drafts = await queueDrafts(lead, { count: DRAFTS })
      const desks: Desk[] = everyone.map((one) => ({
        actor: { ...one, project: lead.project },
        drafts,
        items: [],
        acknowledged: [],
      }))
      let busy = true
      const watching = (async () => {
        while (busy) await expectPlaces(lead.project.id, overlap)
      })()
      await Promise.all(desks.map((desk, i) => play(desk, steps[i]!))).finally(() => {
        busy = false
      })
      await watching
      await expectSoundHistory(drafts, desks, overlap)
      made.decisions += desks.flatMap(({ acknowledged }) => acknowledged).length
    }),
    {
      numRuns: SCHEDULES,
      seed: 20261121,
      interruptAfterTimeLimit: SCHEDULES > 60 ? 3_600_000 : 60_000,
      markInterruptAsFailure: false,
    },
  )
  expect(made.decisions).toBeGreaterThan(100)
}, 3_700_000)
