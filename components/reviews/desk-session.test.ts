import { describe, expect, it } from 'vitest'
import { DeskSession } from '@/components/reviews/desk-session'
import { progressOf } from '@/components/reviews/desk-state'
import type { Deed } from '@/components/reviews/outbox-entry'
import { type KeyStorage, OutboxStorage } from '@/components/reviews/outbox-storage'
import {
  LEASED_AHEAD,
  type LeaseAnswer,
  type LeaseAsk,
  type RenewAnswer,
} from '@/components/reviews/session-ports'
import type { GuidelineContent } from '@/lib/artifacts/kinds/guideline/content'
import type { Feedback, WarmUpView } from '@/lib/reviews/gold/schema'
import type { DeskItem } from '@/lib/reviews/schema'

describe('the desk', () => {
  it('shows the next draft in the same step as the decision', async () => {
    const { session, server } = await openDesk(5)
    server.down = true
    session.decide({ verdict: 'approve' })
    expect(onScreen(session)).toBe('2')
    session.decide({ verdict: 'reject', reasonCode: 'too-vague' })
    expect(onScreen(session)).toBe('3')
  })

  it(`keeps ${LEASED_AHEAD} drafts ready behind the one on the screen`, async () => {
    const { session, server } = await openDesk(9)
    expect(ids(session)).toEqual(['1', '2', '3', '4'])
    session.decide({ verdict: 'approve' })
    await quiet()
    expect(ids(session)).toEqual(['2', '3', '4', '5'])
    expect(server.decided).toEqual(['1 approve'])
  })

  it('sends what was on the screen: version, hash, comment and time', async () => {
    const { session, server, clock } = await openDesk(2)
    clock.now += 4200
    session.decide({ verdict: 'reject', reasonCode: 'other' }, 'why')
    await quiet()
    expect(server.bodies[0]).toMatchObject({
      versionId: '1',
      contentHash: 'hash-1',
      comment: 'why',
      elapsedMs: 4200,
    })
  })

  it('tells what came of each answer in a warm-up, keeps these answers, and goes on to drafts at its end', async () => {
    const { session, server } = await openDesk(4, {
      warmUps: [{ kind: 'guideline', state: 'warming', asked: 2, bar: 1, answered: 0, right: 0, missing: 0 }],
    })
    expect(session.snapshot().desk.warmUps).toMatchObject([{ answered: 0 }])
    session.decide({ verdict: 'approve' })
    await quiet()
    const { desk } = session.snapshot()
    expect(desk.lessons).toMatchObject([{ verdict: 'approve', feedback: { isRight: true, note: 'So.' } }])
    expect(desk.warmUps).toMatchObject([{ answered: 1, right: 1 }])
    expect(desk.done).toEqual([])
    session.learn()
    session.decide({ verdict: 'reject', reasonCode: 'other' })
    await quiet()
    expect(session.snapshot().desk).toMatchObject({ warmUps: [], lessons: [{ verdict: 'reject' }] })
    session.decide({ verdict: 'approve' })
    await quiet()
    expect(session.snapshot().desk.done.map(({ item }) => item.version.id)).toEqual(['3'])
    expect(server.decided).toEqual(['1 approve', '2 reject', '3 approve'])
  })

  it('warns of decisions faster than reading, not of skips, and never holds them up', async () => {
    const { session, server, clock } = await openDesk(9)
    session.decide({ verdict: 'skip' })
    clock.now += 30_000
    session.decide({ verdict: 'approve' })
    expect(session.snapshot().desk.haste.shown).toBe(0)
    clock.now += 500
    session.decide({ verdict: 'approve' })
    expect(session.snapshot().desk.haste.shown).toBeGreaterThan(0)
    await quiet()
    expect(server.decided).toEqual(['1 skip', '2 approve', '3 approve'])
  })

  it('does not show a draft again that a slow lease still brings', async () => {
    const { session, server } = await openDesk(4)
    server.hold = true
    session.decide({ verdict: 'approve' })
    session.decide({ verdict: 'approve' })
    await quiet()
    expect(ids(session)).toEqual(['3', '4'])
    server.hold = false
    server.letGo()
    await quiet()
    expect(ids(session)).toEqual(['3', '4'])
  })

  it('takes a decision back at once when it never left, and tells the server nothing', async () => {
    const { session, server } = await openDesk(4)
    server.down = true
    session.decide({ verdict: 'approve' })
    await quiet()
    session.decide({ verdict: 'approve' })
    session.undo()
    expect(onScreen(session)).toBe('2')
    server.down = false
    session.wake()
    await quiet()
    expect(server.decided).toEqual(['1 approve'])
  })

  it('takes a saved decision back at once on the screen and by name on the server', async () => {
    const { session, server } = await openDesk(4)
    session.decide({ verdict: 'approve' })
    await quiet()
    session.undo()
    expect(onScreen(session)).toBe('1')
    await quiet()
    expect(server.decided).toEqual(['1 approve', '1 undone'])
    expect(onScreen(session)).toBe('1')
  })

  it('takes back a decision that was on its way, after it has arrived', async () => {
    const { session, server } = await openDesk(4)
    server.hold = true
    session.decide({ verdict: 'approve' })
    session.undo()
    expect(onScreen(session)).toBe('1')
    server.hold = false
    server.letGo()
    await quiet()
    expect(server.decided).toEqual(['1 approve', '1 undone'])
  })

  it('knows the last deed as long as it is news: decided, taken back, nothing after a reload', async () => {
    const { session, server, storage } = await openDesk(3)
    const news = (of = session) => of.snapshot().desk.lastDeed
    session.decide({ verdict: 'approve' })
    expect(news()).toEqual({ verdict: 'approve', title: { en: 'label-1', zh: 'label-1' } })
    await quiet()
    session.decide({ verdict: 'skip' })
    session.undo()
    expect(news()).toEqual({ verdict: 'undo', title: { en: 'label-2', zh: 'label-2' } })
    server.down = true
    session.decide({ verdict: 'approve' })
    await quiet()
    expect(news((await openDesk(3, { server, storage })).session)).toBeNull()
  })

  it('forgets the last deed when another draft comes for another reason', async () => {
    const { session, server } = await openDesk(4)
    session.decide({ verdict: 'approve' })
    await quiet()
    server.othersHold('2')
    await session.renew()
    session.pass()
    expect(onScreen(session)).toBe('3')
    expect(session.snapshot().desk.lastDeed).toBeNull()
  })

  it('takes back ten, newest first', async () => {
    const { session, server } = await openDesk(12)
    for (let i = 0; i < 10; i++) {
      session.decide({ verdict: 'approve' })
      await quiet()
    }
    for (let i = 0; i < 10; i++) session.undo()
    expect(onScreen(session)).toBe('1')
    await quiet()
    expect(server.decided.slice(10)).toEqual([10, 9, 8, 7, 6, 5, 4, 3, 2, 1].map((n) => `${n} undone`))
  })

  it('after a reload takes back on the server what this page does not know', async () => {
    const { session, server, storage } = await openDesk(4)
    session.decide({ verdict: 'approve' })
    await quiet()
    const again = await openDesk(4, { server, storage })
    again.session.undo()
    await quiet()
    expect(server.decided).toEqual(['1 approve', '1 undone'])
    expect(onScreen(again.session)).toBe('1')
  })

  it('after a reload still knows what was unsent, does not show it again, and can take it back', async () => {
    const { session, server, storage } = await openDesk(4)
    server.down = true
    session.decide({ verdict: 'approve' })
    await quiet()
    session.decide({ verdict: 'approve' })
    const again = await openDesk(4, { server, storage })
    expect(again.session.snapshot().outbox.unsent).toHaveLength(2)
    again.session.undo()
    expect(onScreen(again.session)).toBe('2')
    server.down = false
    again.session.wake()
    await quiet()
    expect(server.decided).toEqual(['1 approve'])
    expect(ids(again.session)).toEqual(['2', '3', '4'])
  })

  it('keeps the text of an edit until the server has it, and offers it again after undo', async () => {
    const { session, server, kept } = await openDesk(3)
    server.down = true
    session.decide({ verdict: 'edit', content: content('mine') })
    session.undo()
    expect(kept.get('1')).toBe('mine')
    server.down = false
    session.decide({ verdict: 'edit', content: content('mine') })
    session.wake()
    await quiet()
    expect(kept.has('1')).toBe(false)
  })

  it('tells a refused decision, goes on, and brings the draft back with its text on request', async () => {
    const { session, server, kept } = await openDesk(3)
    server.refuse = { '1': 'content-changed' }
    session.decide({ verdict: 'edit', content: content('mine') })
    await quiet()
    const [entry] = session.snapshot().outbox.refused
    expect(entry?.refusal?.reason).toBe('content-changed')
    expect(onScreen(session)).toBe('2')
    server.refuse = {}
    await session.decideAgain(entry!)
    expect(onScreen(session)).toBe('1')
    expect(kept.get('1')).toBe('mine')
    expect(session.snapshot().outbox.refused).toEqual([])
  })

  it('says when the draft on the screen is held by somebody else, and lets go of those behind it quietly', async () => {
    const { session, server } = await openDesk(4)
    server.othersHold('1')
    server.othersHold('2')
    await session.renew()
    expect(session.snapshot().desk.lost).toBe('1')
    expect(ids(session)).toEqual(['1', '3', '4'])
    session.decide({ verdict: 'approve' })
    expect(onScreen(session)).toBe('1')
    session.pass()
    expect(onScreen(session)).toBe('3')
    expect(session.snapshot().desk.lost).toBeNull()
  })

  it('keeps what it holds with one request while somebody reads, and takes nothing', async () => {
    const { session, server } = await openDesk(9)
    server.asked = []
    await session.renew()
    expect(server.asked).toEqual(['renew'])
    expect(ids(session)).toEqual(['1', '2', '3', '4'])
    expect(session.snapshot().desk.lost).toBeNull()
  })

  it('does not take for lost what was decided or brought back while it asked', async () => {
    const { session, server } = await openDesk(5)
    server.hold = true
    const renewing = session.renew()
    session.decide({ verdict: 'approve' })
    server.hold = false
    server.letGo()
    await renewing
    await quiet()
    session.undo()
    expect(onScreen(session)).toBe('1')
    await session.renew()
    await quiet()
    await session.renew()
    expect(session.snapshot().desk.lost).toBeNull()
  })

  it('says when it cannot ask, loses nothing, and finds out afterwards', async () => {
    const { session, server } = await openDesk(4)
    server.down = true
    await session.renew()
    expect(session.snapshot().desk).toMatchObject({ trouble: { status: 0 }, lost: null })
    server.down = false
    server.othersHold('1')
    await session.renew()
    expect(session.snapshot().desk).toMatchObject({ trouble: null, lost: '1' })
  })

  it('opens the draft of a link first', async () => {
    const { session } = await openDesk(5, { versionId: '4' })
    expect(ids(session)).toEqual(['4', '1', '2', '3'])
  })

  it('says why the draft of a link cannot be taken, and goes on with the queue', async () => {
    const server = new FakeServer(3)
    server.unavailable = { '2': 'already-decided' }
    const { session } = await openDesk(3, { server, versionId: '2' })
    expect(session.snapshot().desk.unavailable?.reason).toBe('already-decided')
    expect(onScreen(session)).toBe('1')
    session.dismissUnavailable()
    expect(session.snapshot().desk.unavailable).toBeNull()
  })

  it('keeps a refused text in sight when its draft cannot be had again', async () => {
    const { session, server } = await openDesk(3)
    server.refuse = { '1': 'lease-lost' }
    server.unavailable = { '1': 'draft-held' }
    session.decide({ verdict: 'edit', content: content('mine') })
    await quiet()
    await session.decideAgain(session.snapshot().outbox.refused[0]!)
    expect(session.snapshot().outbox.refused).toHaveLength(1)
    expect(session.snapshot().desk.unavailable?.reason).toBe('draft-held')
  })

  it('brings back what was skipped', async () => {
    const { session } = await openDesk(2)
    session.decide({ verdict: 'skip' })
    session.decide({ verdict: 'skip' })
    await quiet()
    expect(ids(session)).toEqual([])
    await session.bringBackSkipped()
    expect(ids(session)).toEqual(['1', '2'])
  })

  it('counts on: the third of five', async () => {
    const { session } = await openDesk(5)
    session.decide({ verdict: 'approve' })
    session.decide({ verdict: 'approve' })
    const at = () => progressOf(session.snapshot().desk, session.snapshot().outbox.unsent.length)
    expect(at()).toEqual({ at: 3, of: 5 })
    await quiet()
    expect(at()).toEqual({ at: 3, of: 5 })
  })

  it('stays usable while leases fail, and says why', async () => {
    const { session, server } = await openDesk(5)
    server.down = true
    for (let i = 0; i < 4; i++) session.decide({ verdict: 'approve' })
    await quiet()
    expect(session.snapshot().desk).toMatchObject({ places: [], trouble: { status: 0 } })
    server.down = false
    session.wake()
    await quiet()
    expect(server.decided).toEqual(['1 approve', '2 approve', '3 approve', '4 approve'])
    expect(ids(session)).toEqual(['5'])
  })
})

const onScreen = (session: DeskSession) => session.snapshot().desk.places[0]?.version.id
const ids = (session: DeskSession) => session.snapshot().desk.places.map((place) => place.version.id)
const quiet = () => new Promise((resolve) => setTimeout(resolve, 10))
const content = (definition: string) => ({ definition }) as GuidelineContent

async function openDesk(
  drafts: number,
  given: { server?: FakeServer; storage?: KeyStorage; versionId?: string; warmUps?: WarmUpView[] } = {},
) {
  const server = given.server ?? new FakeServer(drafts)
  server.warmUps = given.warmUps ?? []
  const storage = given.storage ?? memoryStorage()
  const kept = new Map<string, string>()
  const clock = { now: 1_000_000 }
  const session = new DeskSession({
    storage: new OutboxStorage(storage, 'ada.harbour'),
    send: (deed) => server.decide(deed),
    lease: (ask) => server.lease(ask),
    renew: () => server.renew(),
    release: async () => {},
    now: () => clock.now,
    after: () => () => {},
    prefetch: () => {},
    keepText: (id, { content }) => kept.set(id, (content as GuidelineContent).definition),
    forgetText: (id) => kept.delete(id),
    forgetMarks: () => {},
    sampleOf: () => undefined,
  })
  await session.open(given.versionId)
  await quiet()
  return { session, server, storage, kept, clock }
}

/** A queue with one reviewer: enough of the server to see what reaches it, and in which order. */
class FakeServer {
  down = false
  hold = false
  refuse: Record<string, string> = {}
  unavailable: Record<string, string> = {}
  decided: string[] = []
  warmUps: WarmUpView[] = []
  bodies: unknown[] = []
  asked: string[] = []
  private held = new Set<string>()
  private standing = new Map<string, string>()
  private names: string[] = []
  private elsewhere = new Set<string>()
  private waiters: (() => void)[] = []

  constructor(private readonly drafts: number) {}

  othersHold(id: string) {
    this.elsewhere.add(id)
  }

  letGo() {
    for (const waiter of this.waiters.splice(0)) waiter()
  }

  async lease(ask: LeaseAsk): Promise<LeaseAnswer> {
    this.asked.push('lease')
    if (this.down) return { refuse: { status: 0, code: 'unreachable', message: '' } }
    const reason = this.unavailable[ask.versionId ?? '']
    if (reason) return { refuse: { status: 409, code: 'conflict', message: '', reason } }
    const open = Array.from({ length: this.drafts }, (_, i) => String(i + 1)).filter(
      (id) =>
        !this.elsewhere.has(id) &&
        (!this.standing.has(id) || (ask.includeSkipped && this.standing.get(id) === 'skip')),
    )
    const chosen = ask.versionId ? open.filter((id) => id === ask.versionId) : open.slice(0, ask.count)
    for (const id of chosen) {
      this.standing.delete(id)
      this.held.add(id)
    }
    const answer = { items: chosen.map(itemOf), counts: this.counts(), warmUps: this.warmUps }
    await this.passage()
    return answer
  }

  /** In a warm-up every answer is right, and told so. */
  private told(): Feedback | null {
    const [warmUp] = this.warmUps
    if (!warmUp) return null
    const answered = warmUp.answered + 1
    const state = answered === warmUp.asked ? 'passed' : 'warming'
    const now = { ...warmUp, state, answered, right: answered } as const
    this.warmUps = state === 'passed' ? [] : [now]
    const expected = { verdict: 'approve', reasonCode: null, content: null } as const
    return { isRight: true, expected, note: 'So.', warmUp: now }
  }

  async renew(): Promise<RenewAnswer> {
    this.asked.push('renew')
    if (this.down) return { refuse: { status: 0, code: 'unreachable', message: '' } }
    const held = [...this.held].filter((id) => !this.elsewhere.has(id) && !this.standing.has(id))
    await this.passage()
    return { held, counts: this.counts() }
  }

  async decide(deed: Deed) {
    await this.passage()
    if (this.down) return { retry: 'offline' as const }
    const id = deed.kind === 'decide' ? deed.body.versionId : this.undone(deed.decisionId)
    const reason = this.refuse[id]
    if (reason) return { refuse: { status: 409, code: 'conflict', message: '', reason } }
    if (deed.kind === 'undo') {
      this.decided.push(`${id} undone`)
      this.held.add(id)
      this.standing.delete(id)
      return { answer: { decision: { id: 'undo' }, counts: this.counts(), item: itemOf(id) } }
    }
    this.decided.push(`${id} ${deed.body.verdict}`)
    this.bodies.push(deed.body)
    this.standing.set(id, deed.body.verdict)
    this.names.push(id)
    return { answer: { decision: { id: `decision-${id}` }, counts: this.counts(), feedback: this.told() } }
  }

  private undone(decisionId: string | null): string {
    const id = decisionId?.replace('decision-', '') ?? this.names.at(-1)!
    this.names = this.names.filter((name) => name !== id)
    return id
  }

  private counts() {
    const skippedByMe = [...this.standing.values()].filter((verdict) => verdict === 'skip').length
    const waiting = this.drafts - this.standing.size + skippedByMe
    return {
      waiting,
      heldByOthers: this.elsewhere.size,
      decidedByMe: this.names.length,
      skippedByMe,
      others: [] as string[],
    }
  }

  private async passage() {
    if (this.hold) await new Promise<void>((resolve) => this.waiters.push(resolve))
    else await Promise.resolve()
  }
}

function itemOf(id: string): DeskItem {
  const version = { id, kind: 'guideline', contentHash: `hash-${id}`, content: { label: `label-${id}` } }
  return { version, decisions: [] } as unknown as DeskItem
}

function memoryStorage(): KeyStorage {
  const map = new Map<string, string>()
  return {
    get length() {
      return map.size
    },
    key: (i) => [...map.keys()][i] ?? null,
    getItem: (key) => map.get(key) ?? null,
    setItem: (key, value) => void map.set(key, value),
    removeItem: (key) => void map.delete(key),
  }
}
