import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { db } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import type { ProjectActor } from '@/lib/projects/model'
import { decideDraft } from '@/lib/reviews/decide-draft'
import { leaseDrafts } from '@/lib/reviews/lease-drafts'
import { releaseLeases } from '@/lib/reviews/release-leases'
import type { DeskItem } from '@/lib/reviews/schema'
import { undoDecision } from '@/lib/reviews/undo-decision'
import { joinProject, makeProject } from '@/prisma/factories/people'
import { lapseLeases, type QueuedDraft, queueDrafts } from '@/prisma/factories/reviews'

// Several reviewers do what reviewers do, each in an order of their own, all at once. Whatever the schedule: no draft
// is in two hands or decided twice, and what was acknowledged is there.

const REVIEWERS = 4
const DRAFTS = 3

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
  { weight: 1, arbitrary: fc.constant({ do: 'giveBack' as const }) },
)
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never
const schedules = fc.array(fc.array(step, { maxLength: 7 }), { minLength: REVIEWERS, maxLength: REVIEWERS })

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
  return { ...of, verdict, content: { ...version.content, definition: `Edited: ${requestKey}` } }
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

/** Leases in force, seen while everything moves; one snapshot, so two holders would be two rows. */
async function expectOneHolderEach(projectId: string): Promise<void> {
  const twice = await db.$queryRaw`
    SELECT version_id FROM review_slot WHERE project_id = ${projectId}::uuid AND closed_at IS NULL
      AND holder_id IS NOT NULL AND leased_until >= now()::timestamp
    GROUP BY version_id HAVING count(*) > 1`
  expect(twice).toEqual([])
}

/** The history of every draft, read in order, is one that single hands could have made. */
async function expectSoundHistory(drafts: QueuedDraft[], desks: Desk[]): Promise<void> {
  const rows = await db.decision.findMany({
    where: { version: { artifactId: { in: drafts.map(({ artifactId }) => artifactId) } } },
    orderBy: { number: 'asc' },
  })
  const ids = new Set(rows.map(({ id }) => id))
  for (const id of desks.flatMap(({ acknowledged }) => acknowledged)) expect(ids).toContain(id)
  const settled = new Map<string, string>()
  for (const row of rows) {
    if (row.verdict === 'skip') continue
    if (row.verdict === 'undo') {
      if (settled.get(row.versionId) === row.undoesId) settled.delete(row.versionId)
      continue
    }
    expect(settled.get(row.versionId), 'decided while a decision stood').toBeUndefined()
    settled.set(row.versionId, row.id)
  }
  await expectStatesAgree(drafts, new Map(rows.map((row) => [row.id, row.verdict])), settled)
}

async function expectStatesAgree(
  drafts: QueuedDraft[],
  verdicts: Map<string, string>,
  settled: Map<string, string>,
): Promise<void> {
  const states = await db.draft.findMany({
    where: { version: { artifactId: { in: drafts.map(({ artifactId }) => artifactId) } } },
    include: { slots: true, version: { select: { artifactId: true } } },
  })
  for (const { versionId, state, slots } of states) {
    const verdict = verdicts.get(settled.get(versionId) ?? '')
    const open = slots.some(({ closedAt }) => closedAt === null)
    expect({ state, open }).toEqual({ state, open: state === 'waiting' })
    if (verdict === 'approve' || verdict === 'reject')
      expect(state).toBe(verdict === 'approve' ? 'approved' : 'rejected')
    else expect(['waiting', 'superseded']).toContain(state)
  }
  for (const { artifactId } of drafts) {
    const live = states.filter(
      ({ version, state }) => version.artifactId === artifactId && state !== 'superseded',
    )
    expect(live, 'one version of each counts').toHaveLength(1)
  }
}

test('under any schedule of several reviewers nothing is held or decided twice, and nothing acknowledged is lost', async () => {
  const people = await makeProject()
  const everyone = [people]
  while (everyone.length < REVIEWERS) everyone.push(await joinProject(people.project.slug))
  const made = { decisions: 0 }
  await fc.assert(
    fc.asyncProperty(schedules, async (schedule) => {
      const lead = await makeProject({ person: people })
      const drafts = await queueDrafts(lead, { count: DRAFTS })
      const desks: Desk[] = everyone.map((one) => ({
        actor: { ...one, project: lead.project },
        drafts,
        items: [],
        acknowledged: [],
      }))
      let busy = true
      const watching = (async () => {
        while (busy) await expectOneHolderEach(lead.project.id)
      })()
      await Promise.all(desks.map((desk, i) => play(desk, schedule[i]!))).finally(() => {
        busy = false
      })
      await watching
      await expectSoundHistory(drafts, desks)
      made.decisions += desks.flatMap(({ acknowledged }) => acknowledged).length
    }),
    {
      numRuns: Number(process.env.GLOSS_SCHEDULES ?? 200),
      interruptAfterTimeLimit: 60_000,
      markInterruptAsFailure: false,
    },
  )
  expect(made.decisions).toBeGreaterThan(100)
}, 120_000)
