import { someContent } from '@/components/reviews/content-sections'
import { type DeskEvent, type DeskState, type Done, nextDesk } from '@/components/reviews/desk-state'
import { Outbox } from '@/components/reviews/outbox'
import {
  type DecisionBody,
  type Deed,
  type Entry,
  newRequestKey,
  type Refusal,
} from '@/components/reviews/outbox-entry'
import { recallDecisions } from '@/components/reviews/recall-decisions'
import {
  type DecideAnswer,
  LEASED_AHEAD,
  type SessionPorts,
  type SessionView,
  type VerdictGiven,
} from '@/components/reviews/session-ports'
import type { Content, SomeContent } from '@/lib/artifacts/model'
import type { Feedback } from '@/lib/reviews/gold/schema'
import { isTooFast } from '@/lib/reviews/reading/model'
import type { DeskItem } from '@/lib/reviews/schema'

type DecideDeed = Extract<Deed, { kind: 'decide' }>

const LEASE_RETRY_MS = 3000

/** One reviewer's desk in one project: what is on the screen, what is leased ahead, what is on its way to the server. */
export class DeskSession {
  private readonly outbox: Outbox<DecideAnswer>
  private listeners = new Set<() => void>()
  private leasing: Promise<void> | null = null
  private shownAt: number
  private view: SessionView

  constructor(private readonly ports: SessionPorts) {
    this.outbox = new Outbox({ ...ports, onAnswer: this.onAnswer, onRefusal: this.onRefusal })
    this.view = { desk: recallDecisions(this.outbox.snapshot()), outbox: this.outbox.snapshot() }
    this.shownAt = ports.now()
    this.outbox.subscribe(() => this.show({ outbox: this.outbox.snapshot() }))
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  snapshot = (): SessionView => this.view

  /** Opens the desk: sends what an earlier page left behind, takes the first drafts. */
  async open(versionId?: string): Promise<void> {
    this.outbox.wake()
    if (versionId) await this.take(versionId)
    await this.fill()
  }

  decide(given: VerdictGiven, comment = ''): void {
    const item = this.view.desk.places[0]
    // A typed text goes to the server even so: its refusal comes with the text and a next step.
    if (!item || (this.view.desk.lost && given.verdict !== 'edit')) return
    const requestKey = newRequestKey()
    const body: DecisionBody = {
      ...given,
      versionId: item.version.id,
      contentHash: item.version.contentHash,
      comment,
      sample: this.ports.sampleOf(item.version.id),
      elapsedMs: this.elapsed(),
      requestKey,
    }
    const content = given.verdict === 'edit' ? given.content : null
    this.tell({
      type: 'decided',
      tooFast: given.verdict !== 'skip' && isTooFast(body.elapsedMs, item.version.content),
      done: { requestKey, item, verdict: given.verdict, content, decisionId: null },
    })
    this.outbox.add({ kind: 'decide', requestKey, item, body })
    void this.fill()
  }

  /** Takes back the last decision: of this page if there is one, else the last that stands on the server. */
  undo(): void {
    const last = this.view.desk.done.at(-1)
    if (last) this.takeBack(last)
    else this.takeBackFromServer()
  }

  /** Brings a draft to the front: from a link, or after a refused decision. */
  async take(versionId: string): Promise<boolean> {
    const answer = await this.ports.lease({ count: 1, versionId })
    this.tell({ type: 'unavailable', why: 'refuse' in answer ? answer.refuse : null })
    if ('refuse' in answer) return false
    const items = answer.items.filter((item) => item.version.id === versionId)
    this.tell({ ...answer, type: 'leased', items, first: true })
    return true
  }

  async bringBackSkipped(): Promise<void> {
    this.tell({ type: 'forgot-skips' })
    await this.fill({ includeSkipped: true })
  }

  /** Leases ahead until enough is there; one request at a time. */
  async fill(ask: { includeSkipped?: boolean; again?: boolean } = {}): Promise<void> {
    if (this.leasing) return this.leasing
    const { places } = this.view.desk
    const wanted = LEASED_AHEAD + 1
    if (!ask.again && !ask.includeSkipped && places.length >= wanted) return
    this.leasing = this.leaseOnce(ask.includeSkipped ?? false).finally(() => {
      this.leasing = null
    })
    await this.leasing
    const grew = this.view.desk.places.length > places.length
    if (grew && this.view.desk.places.length < wanted && !this.view.desk.drained) await this.fill()
  }

  /** The heartbeat: keeps what is held, and finds out when the draft on the screen is held no longer. */
  async renew(): Promise<void> {
    await this.leasing
    const before = this.heldHere()
    if (before.length === 0) return this.fill({ again: true })
    const { done } = this.view.desk
    const answer = await this.ports.renew()
    if ('refuse' in answer) return this.leaseFailed(answer.refuse)
    this.tell({ type: 'renewed', counts: answer.counts })
    // What was decided or taken back meanwhile is not lost: the next beat knows.
    if (this.view.desk.done === done) this.findLost(before, new Set(answer.held))
    await this.fill()
  }

  /** Goes on without a draft that somebody else holds now. */
  pass(): void {
    const { lost } = this.view.desk
    if (lost) this.tell({ type: 'left-behind', versionId: lost })
    void this.fill()
  }

  /** Decides again what the server refused: the draft comes back, and the typed text with it. */
  async decideAgain(entry: Entry): Promise<void> {
    const { deed } = entry
    if (deed.kind !== 'decide') return
    if (deed.body.verdict === 'edit')
      this.ports.keepText(
        deed.item.version.id,
        typedIn(deed.item, deed.body.content),
        deed.body.comment ?? '',
      )
    if (await this.take(deed.item.version.id)) this.outbox.dismiss(deed.requestKey)
  }

  /** Opens a draft with a text for it, such as one that was merged. The text is kept whether or not the draft can be taken. */
  async openWith(versionId: string, of: SomeContent): Promise<boolean> {
    this.ports.keepText(versionId, of, '')
    return this.take(versionId)
  }

  /** A text that was typed is safe elsewhere. */
  forgetText(versionId: string): void {
    this.ports.forgetText(versionId)
  }

  /** The reviewer went to another screen and stayed there. What is unsent still needs its lease. */
  async close(): Promise<void> {
    if (this.view.outbox.unsent.length > 0) return
    await this.leasing
    this.tell({ type: 'closed' })
    await this.ports.release()
  }

  dismiss(entry: Entry): void {
    this.outbox.dismiss(entry.deed.requestKey)
  }

  /** The reviewer has read what is said of their oldest answer. */
  learn(): void {
    this.tell({ type: 'learnt' })
  }

  /** The reviewer has read why a draft could not be taken. */
  dismissUnavailable(): void {
    this.tell({ type: 'unavailable', why: null })
  }

  setMode(mode: DeskState['mode']): void {
    this.tell({ type: 'mode', mode })
  }

  wake = (): void => {
    this.outbox.wake()
    if (this.view.desk.trouble || this.view.desk.places.length === 0) void this.fill({ again: true })
  }

  /** Milliseconds that the draft has been on the screen. */
  elapsed(): number {
    return Math.max(0, Math.round(Math.min(this.ports.now() - this.shownAt, 86_400_000)))
  }

  private async leaseOnce(includeSkipped: boolean): Promise<void> {
    const before = this.heldHere()
    const decidedHere = this.view.outbox.unsent.filter(({ deed }) => deed.kind === 'decide').length
    const held = Math.max(before.length, LEASED_AHEAD + 1) + decidedHere
    const answer = await this.ports.lease({ count: Math.min(10, held), includeSkipped })
    if ('refuse' in answer) return this.leaseFailed(answer.refuse)
    this.tell({ ...answer, type: 'leased' })
    if (held <= 10) this.findLost(before, new Set(answer.items.map((item) => item.version.id)))
  }

  /** The drafts here, but for those of which the server does not know yet that they are back. */
  private heldHere(): string[] {
    const { unsent } = this.view.outbox
    const returning = new Set(unsent.map(({ deed }) => deed.kind === 'undo' && deed.item?.version.id))
    return this.view.desk.places
      .map((place) => place.version.id)
      .filter((versionId) => !returning.has(versionId))
  }

  private leaseFailed(trouble: Refusal): void {
    this.tell({ type: 'lease-failed', trouble })
    const passing = trouble.status === 0 || trouble.status === 429 || trouble.status >= 500
    if (passing) this.ports.after(LEASE_RETRY_MS, () => void this.fill({ again: true }))
  }

  private findLost(before: string[], held: Set<string>): void {
    const onScreen = this.view.desk.places[0]?.version.id
    for (const versionId of before.filter((id) => !held.has(id)))
      this.tell({ type: versionId === onScreen ? 'lost' : 'left-behind', versionId })
  }

  private takeBack(last: Done): void {
    const { requestKey, item, decisionId } = last
    const cancelled = this.outbox.cancel(requestKey)
    if (!cancelled)
      this.outbox.add({ kind: 'undo', requestKey: newRequestKey(), of: requestKey, decisionId, item })
    if (last.content) this.ports.keepText(item.version.id, typedIn(item, last.content), '')
    this.tell({ type: 'taken-back', requestKey })
  }

  private takeBackFromServer(): void {
    if (this.view.desk.takingBack) return
    this.tell({ type: 'taking-back' })
    this.outbox.add({ kind: 'undo', requestKey: newRequestKey(), of: null, decisionId: null, item: null })
  }

  private onAnswer = (deed: Deed, answer: DecideAnswer): void => {
    const { counts } = answer
    if (deed.kind === 'decide') {
      if (deed.body.verdict === 'edit') this.ports.forgetText(deed.item.version.id)
      if (deed.body.verdict !== 'skip') this.ports.forgetMarks(deed.item.version.id)
      this.tell({ type: 'answered', requestKey: deed.requestKey, decisionId: answer.decision.id, counts })
      if (answer.feedback) this.teach(deed, answer.feedback)
    } else if (answer.item)
      this.tell({ type: 'returned', item: answer.item, counts, wasHere: deed.item !== null })
  }

  private teach({ requestKey, item, body }: DecideDeed, feedback: Feedback): void {
    if (body.verdict === 'skip') return
    const content = body.verdict === 'edit' ? body.content : null
    this.tell({ type: 'taught', lesson: { requestKey, item, verdict: body.verdict, content, feedback } })
    // The set is at its end: what comes next is another.
    if (feedback.warmUp.state !== 'warming') void this.renew()
  }

  private onRefusal = (deed: Deed): void => {
    if (deed.kind === 'decide') this.tell({ type: 'refused', requestKey: deed.requestKey })
    else this.tell({ type: 'undo-refused', versionId: deed.item?.version.id ?? null })
    void this.fill()
  }

  private tell(event: DeskEvent): void {
    const desk = nextDesk(this.view.desk, event)
    if (desk.places[0]?.version.id !== this.view.desk.places[0]?.version.id) this.shownAt = this.ports.now()
    this.show({ desk })
    for (const item of desk.places) this.ports.prefetch(item)
  }

  private show(change: Partial<SessionView>): void {
    this.view = { ...this.view, ...change }
    for (const listener of this.listeners) listener()
  }
}

/** What a person typed over a draft, by the kind of the draft. */
function typedIn({ version }: DeskItem, content: unknown): SomeContent {
  return someContent(version.kind, content as Content)
}
