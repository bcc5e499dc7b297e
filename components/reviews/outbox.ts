import {
  backoff,
  type Deed,
  type Entry,
  type Failure,
  type Hindrance,
  type Refusal,
} from '@/components/reviews/outbox-entry'
import type { OutboxStorage } from '@/components/reviews/outbox-storage'

export type OutboxView = {
  /** In order; the first is being sent or waits for its next attempt. */
  unsent: readonly Entry[]
  refused: readonly Entry[]
  hindrance: Hindrance | null
  retryAt: number | null
  /** When the server last said that it has a deed of this sitting. */
  savedAt: number | null
}

export const emptyOutbox: OutboxView = {
  unsent: [],
  refused: [],
  hindrance: null,
  retryAt: null,
  savedAt: null,
}

export type Outcome<Answer> = { answer: Answer } | Failure

export type OutboxPorts<Answer extends { decision: { id: string } }> = {
  storage: OutboxStorage
  send(deed: Deed): Promise<Outcome<Answer>>
  now(): number
  /** Runs `then` after so many milliseconds; gives a function that calls it off. */
  after(ms: number, then: () => void): () => void
  onAnswer(deed: Deed, answer: Answer): void
  onRefusal(deed: Deed, refusal: Refusal): void
}

/**
 * Sends deeds one at a time and in order, however often it takes and across reloads. A request key makes sending twice
 * harmless. What the server refuses is kept for the reviewer and does not hold up the rest.
 */
export class Outbox<Answer extends { decision: { id: string } }> {
  private entries: Entry[]
  private sending = false
  private attempts = 0
  private callOff: (() => void) | null = null
  private listeners = new Set<() => void>()
  private view = emptyOutbox

  constructor(private readonly ports: OutboxPorts<Answer>) {
    this.entries = ports.storage.load()
    this.show({})
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  snapshot = (): OutboxView => this.view

  add(deed: Deed): void {
    const { storage, now } = this.ports
    const at = now()
    const entry = { place: storage.nextPlace(at), at, tried: false, stored: false, refusal: null, deed }
    this.entries = [...this.entries, storage.save(entry)]
    this.show({})
    if (this.callOff === null) void this.flush()
  }

  /** Takes a deed back that never left this browser. False when the server may already know of it. */
  cancel(requestKey: string): boolean {
    const entry = this.find(requestKey)
    if (!entry || entry.tried || entry.refusal) return false
    if (entry.stored && this.ports.storage.read(entry)?.tried !== false) return false // another tab is sending it
    this.drop(entry)
    return true
  }

  /** The reviewer has seen why it was refused. */
  dismiss(requestKey: string): void {
    const entry = this.find(requestKey)
    if (entry?.refusal) this.drop(entry)
  }

  /** Tries at once: the connection is back, the person signed in again, or they asked for it. */
  wake = (): void => {
    this.callOff?.()
    this.callOff = null
    this.attempts = 0
    void this.flush()
  }

  private async flush(): Promise<void> {
    if (this.sending) return
    this.sending = true
    try {
      for (let head = this.head(); head; head = this.head()) {
        if (!(await this.attempt(head))) return
      }
    } finally {
      this.sending = false
    }
  }

  /** Sends the first entry. False when the rest must wait. */
  private async attempt(entry: Entry): Promise<boolean> {
    if (entry.stored && !this.ports.storage.read(entry)) {
      this.drop(entry) // another tab of the same person has sent it
      return true
    }
    const tried = this.replace(entry, { tried: true })
    const outcome = await this.ports.send(tried.deed)
    if ('answer' in outcome) this.settle(tried, outcome.answer)
    else if ('refuse' in outcome) this.refuse(tried, outcome.refuse)
    else {
      this.waitFor(outcome.retry)
      return false
    }
    this.attempts = 0
    return true
  }

  private settle(entry: Entry, answer: Answer): void {
    if (entry.deed.kind === 'decide') this.addressUndo(entry.deed.requestKey, answer.decision.id)
    this.drop(entry)
    this.show({ savedAt: this.ports.now(), hindrance: null, retryAt: null })
    this.ports.onAnswer(entry.deed, answer)
  }

  private refuse(entry: Entry, refusal: Refusal): void {
    const { deed } = entry
    const pointless = this.entries.filter((e) => e.deed.kind === 'undo' && e.deed.of === deed.requestKey)
    for (const undo of pointless) this.drop(undo) // nothing was decided, so there is nothing to take back
    if (pointless.length > 0) this.drop(entry)
    else this.replace(entry, { refusal })
    this.show({ hindrance: null, retryAt: null })
    if (pointless.length === 0) this.ports.onRefusal(deed, refusal)
  }

  /** An undo that waits behind its decision learns the decision's name, and keeps it across a reload. */
  private addressUndo(of: string, decisionId: string): void {
    const undo = this.entries.find((entry) => entry.deed.kind === 'undo' && entry.deed.of === of)
    if (undo?.deed.kind === 'undo') this.replace(undo, { deed: { ...undo.deed, decisionId } })
  }

  private waitFor(hindrance: Hindrance): void {
    this.attempts++
    const wait = backoff(this.attempts)
    this.show({ hindrance, retryAt: this.ports.now() + wait })
    this.callOff = this.ports.after(wait, () => {
      this.callOff = null
      void this.flush()
    })
  }

  private head(): Entry | undefined {
    return this.entries.find((entry) => !entry.refusal)
  }

  private find(requestKey: string): Entry | undefined {
    return this.entries.find((entry) => entry.deed.requestKey === requestKey)
  }

  private replace(entry: Entry, change: Partial<Entry>): Entry {
    const changed = this.ports.storage.save({ ...entry, ...change })
    this.entries = this.entries.map((other) => (other.place === entry.place ? changed : other))
    this.show({})
    return changed
  }

  private drop(entry: Entry): void {
    this.entries = this.entries.filter((other) => other.place !== entry.place)
    this.ports.storage.remove(entry)
    this.show({})
  }

  private show(change: Partial<OutboxView>): void {
    const unsent = this.entries.filter((entry) => !entry.refusal)
    const refused = this.entries.filter((entry) => entry.refusal)
    this.view = { ...this.view, ...change, unsent, refused }
    for (const listener of this.listeners) listener()
  }
}
