import { describe, expect, it } from 'vitest'
import { Outbox, type Outcome } from '@/components/reviews/outbox'
import { backoff, type Deed, failureOf, newRequestKey } from '@/components/reviews/outbox-entry'
import { type KeyStorage, OutboxStorage } from '@/components/reviews/outbox-storage'
import type { DeskItem } from '@/lib/reviews/schema'

type Answer = { decision: { id: string } }
type Reply = (deed: Deed) => Outcome<Answer>

const saved: Reply = (deed) => ({ answer: { decision: { id: `decision-of-${deed.requestKey}` } } })
const offline: Reply = () => ({ retry: 'offline' })
const refused: Reply = () => ({
  refuse: { status: 409, code: 'conflict', reason: 'lease-lost', message: 'Lost.' },
})

describe('the outbox', () => {
  it('sends one at a time, in the order of the deeds', async () => {
    const desk = open()
    desk.outbox.add(approve('a'))
    desk.outbox.add(approve('b'))
    desk.outbox.add(approve('c'))
    await desk.quiet()
    expect(desk.sent).toEqual(['a', 'b', 'c'])
    expect(desk.mostAtOnce()).toBe(1)
    expect(desk.outbox.snapshot().unsent).toEqual([])
  })

  it('says saved only when the server has answered', async () => {
    const desk = open({ reply: offline })
    desk.outbox.add(approve('a'))
    await desk.quiet()
    expect(desk.outbox.snapshot()).toMatchObject({ savedAt: null, hindrance: 'offline' })
    desk.reply = saved
    await desk.pass()
    expect(desk.outbox.snapshot().savedAt).not.toBeNull()
    expect(desk.outbox.snapshot().hindrance).toBeNull()
  })

  it('tries again with growing pauses, and the rest waits behind it', async () => {
    const desk = open({ reply: offline })
    desk.outbox.add(approve('a'))
    desk.outbox.add(approve('b'))
    await desk.quiet()
    const pauses = [desk.pause(), await desk.pass(), await desk.pass()]
    expect(pauses).toEqual([500, 1000, 2000])
    expect(desk.sent).toEqual(['a', 'a', 'a'])
    desk.reply = saved
    await desk.pass()
    expect(desk.sent).toEqual(['a', 'a', 'a', 'a', 'b'])
  })

  it('does not wait out the pause when it is woken', async () => {
    const desk = open({ reply: offline })
    desk.outbox.add(approve('a'))
    await desk.quiet()
    desk.reply = saved
    desk.outbox.wake()
    await desk.quiet()
    expect(desk.outbox.snapshot().unsent).toEqual([])
    expect(desk.pause()).toBeNull()
  })

  it('loses no deed that was kept before drafts had questions', () => {
    const storage = memoryStorage()
    const version = { ...item.version, content: { label: 'vessel' } }
    const deed = { ...approve('a'), item: { ...item, version } } as unknown as Deed
    open({ storage, reply: offline }).outbox.add(deed)
    const [kept] = new OutboxStorage(storage, 'ada.harbour').load()
    expect(kept?.deed.item?.version.content).toEqual({
      label: 'vessel',
      questions: [],
      paraphrases: { en: [], zh: [] },
    })
  })

  it('goes on after a reload with the same request keys and the same order', async () => {
    const storage = memoryStorage()
    const before = open({ storage, reply: offline })
    for (const key of ['a', 'b', 'c']) before.outbox.add(approve(key))
    await before.quiet()
    const after = open({ storage })
    expect(after.outbox.snapshot().unsent.map((entry) => entry.deed.requestKey)).toEqual(['a', 'b', 'c'])
    after.outbox.wake()
    await after.quiet()
    expect(after.sent).toEqual(['a', 'b', 'c'])
    expect(open({ storage }).outbox.snapshot().unsent).toEqual([])
  })

  it('keeps what the server refused, with its words, and goes on with the rest', async () => {
    const desk = open()
    desk.reply = (deed) => (deed.requestKey === 'a' ? refused(deed) : saved(deed))
    desk.outbox.add(approve('a'))
    desk.outbox.add(approve('b'))
    await desk.quiet()
    expect(desk.outbox.snapshot().refused[0]).toMatchObject({ refusal: { reason: 'lease-lost' } })
    expect(desk.refusals).toEqual(['a'])
    expect(desk.sent).toEqual(['a', 'b'])
    desk.outbox.dismiss('a')
    expect(desk.outbox.snapshot().refused).toEqual([])
  })

  it('takes back what never left the browser without asking the server', async () => {
    const desk = open({ reply: offline })
    desk.outbox.add(approve('a'))
    desk.outbox.add(approve('b'))
    await desk.quiet()
    expect(desk.outbox.cancel('b')).toBe(true)
    desk.reply = saved
    await desk.pass()
    expect(desk.sent).toEqual(['a', 'a'])
  })

  it('does not cancel what the server may already have', async () => {
    const storage = memoryStorage()
    const desk = open({ storage, reply: offline })
    desk.outbox.add(approve('a'))
    await desk.quiet()
    expect(desk.outbox.cancel('a')).toBe(false)
    expect(open({ storage }).outbox.cancel('a')).toBe(false)
  })

  it('names the decision in an undo that waited behind it, also across a reload', async () => {
    const storage = memoryStorage()
    const desk = open({ storage })
    desk.reply = (deed) => (deed.kind === 'undo' ? offline(deed) : saved(deed))
    desk.outbox.add(approve('a'))
    desk.outbox.add(undo('u', 'a'))
    await desk.quiet()
    const [entry] = open({ storage }).outbox.snapshot().unsent
    expect(entry?.deed).toMatchObject({ kind: 'undo', decisionId: 'decision-of-a' })
  })

  it('drops an undo whose decision was refused: nothing is left to take back', async () => {
    const desk = open({ reply: refused })
    desk.outbox.add(approve('a'))
    desk.outbox.add(undo('u', 'a'))
    await desk.quiet()
    expect(desk.outbox.snapshot()).toMatchObject({ unsent: [], refused: [] })
    expect(desk.sent).toEqual(['a'])
  })

  it('leaves to another tab what that tab has sent', async () => {
    const storage = memoryStorage()
    const first = open({ storage, reply: offline })
    first.outbox.add(approve('a'))
    await first.quiet()
    const second = open({ storage })
    second.outbox.wake()
    await second.quiet()
    first.reply = saved
    await first.pass()
    expect(first.sent).toEqual(['a'])
    expect(first.outbox.snapshot().unsent).toEqual([])
  })

  it('works on in this tab when the browser has no room', async () => {
    const full: KeyStorage = {
      ...memoryStorage(),
      setItem: () => {
        throw new Error('QuotaExceededError')
      },
    }
    const desk = open({ storage: full })
    desk.outbox.add(approve('a'))
    await desk.quiet()
    expect(desk.sent).toEqual(['a'])
  })

  it('keeps people apart', () => {
    const storage = memoryStorage()
    open({ storage, scope: 'ada.harbour', reply: offline }).outbox.add(approve('a'))
    expect(open({ storage, scope: 'bo.harbour' }).outbox.snapshot().unsent).toEqual([])
  })
})

describe('a failed call', () => {
  it.each([
    [0, { retry: 'offline' }],
    [401, { retry: 'signed-out' }],
    [429, { retry: 'server' }],
    [503, { retry: 'server' }],
    [409, { refuse: { status: 409, code: 'c', message: 'm' } }],
    [400, { refuse: { status: 400, code: 'c', message: 'm' } }],
  ])('%i', (status, meaning) => {
    expect(failureOf({ status, body: { code: 'c', message: 'm' } })).toEqual(meaning)
  })

  it('is retried when the answer could not be read', () => {
    expect(failureOf(null)).toEqual({ retry: 'server' })
  })

  it('waits at most 15 s', () => {
    expect([1, 2, 6, 60].map(backoff)).toEqual([500, 1000, 15_000, 15_000])
  })
})

it('request keys differ', () => {
  expect(new Set(Array.from({ length: 100 }, newRequestKey)).size).toBe(100)
})

const item = { version: { id: 'v' } } as DeskItem

function approve(requestKey: string): Deed {
  const body = {
    verdict: 'approve' as const,
    versionId: 'v',
    contentHash: 'h',
    comment: '',
    elapsedMs: 0,
    requestKey,
  }
  return { kind: 'decide', requestKey, item, body }
}

function undo(requestKey: string, of: string): Deed {
  return { kind: 'undo', requestKey, of, decisionId: null, item }
}

function open(given: { storage?: KeyStorage; scope?: string; reply?: Reply } = {}) {
  const sent: string[] = []
  const refusals: string[] = []
  let running = 0
  let most = 0
  let clock = 0
  let timer: { ms: number; then: () => void } | null = null
  const settle = () => new Promise((resolve) => setTimeout(resolve, 5))
  const desk = {
    reply: given.reply ?? saved,
    sent,
    refusals,
    mostAtOnce: () => most,
    pause: () => timer?.ms ?? null,
    quiet: settle,
    /** Lets the pause pass; gives the next one. */
    async pass() {
      const { then } = timer!
      timer = null
      then()
      await settle()
      return timer ? (timer as { ms: number }).ms : null
    },
    outbox: null as unknown as Outbox<Answer>,
  }
  desk.outbox = new Outbox<Answer>({
    storage: new OutboxStorage(given.storage ?? memoryStorage(), given.scope ?? 'ada.harbour'),
    async send(deed) {
      sent.push(deed.requestKey)
      most = Math.max(most, ++running)
      await Promise.resolve()
      running--
      return desk.reply(deed)
    },
    now: () => ++clock,
    after(ms, then) {
      timer = { ms, then }
      return () => {
        timer = null
      }
    },
    onAnswer: () => {},
    onRefusal: (deed) => refusals.push(deed.requestKey),
  })
  return desk
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
