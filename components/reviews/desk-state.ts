import type { z } from 'zod'
import {
  type Haste,
  hasteAfter,
  type Lesson,
  latestWarmUps,
  unhurried,
  warmUpsAfter,
} from '@/components/reviews/gold/desk-lessons'
import type { Refusal } from '@/components/reviews/outbox-entry'
import { type BothLanguages, type Content, titleOf } from '@/lib/artifacts/model'
import type { WarmUpView } from '@/lib/reviews/gold/schema'
import { UNDO_DEPTH, type Verdict } from '@/lib/reviews/model'
import type { DeskItem, queueCountsSchema } from '@/lib/reviews/schema'

export type QueueCounts = z.infer<typeof queueCountsSchema>

/** A decision of this sitting that can be taken back. `decisionId` is known once the server has it. */
export type Done = {
  requestKey: string
  item: DeskItem
  verdict: Exclude<Verdict, 'undo'>
  content: Content | null
  decisionId: string | null
}

/** What the reviewer did last, for who hears the desk instead of seeing it. */
export type LastDeed = { verdict: Verdict; title: BothLanguages }

export type DeskState = {
  phase: 'opening' | 'open'
  /** The first is on the screen, the others are leased ahead. */
  places: readonly DeskItem[]
  /** Newest last. */
  done: readonly Done[]
  lastDeed: LastDeed | null
  /** Versions decided here, which a lease that was under way may still bring. */
  handled: ReadonlySet<string>
  counts: QueueCounts | null
  /** Decisions of this sitting, for "3 / 42". */
  sitting: number
  mode: 'reading' | 'editing' | 'rejecting'
  /** The draft on the screen whose lease is gone. */
  lost: string | null
  /** The server has nothing more to lease at the moment. */
  drained: boolean
  /** Why a draft that was asked for by name could not be taken. */
  unavailable: Refusal | null
  /** Why the last lease failed. */
  trouble: Refusal | null
  /** An undo whose draft must come from the server. */
  takingBack: boolean
  /** What the reviewer has yet to pass. Their answers there are no decisions. */
  warmUps: readonly WarmUpView[]
  /** Of these answers, what they have yet to read; the oldest first. */
  lessons: readonly Lesson[]
  haste: Haste
}

export const closedDesk: DeskState = {
  phase: 'opening',
  places: [],
  done: [],
  lastDeed: null,
  handled: new Set(),
  counts: null,
  sitting: 0,
  mode: 'reading',
  lost: null,
  drained: false,
  unavailable: null,
  trouble: null,
  takingBack: false,
  warmUps: [],
  lessons: [],
  haste: unhurried,
}

export type DeskEvent =
  | {
      type: 'leased'
      items: readonly DeskItem[]
      counts: QueueCounts
      warmUps: readonly WarmUpView[]
      first?: boolean
    }
  | { type: 'lease-failed'; trouble: Refusal }
  | { type: 'renewed'; counts: QueueCounts }
  | { type: 'unavailable'; why: Refusal | null }
  | { type: 'lost'; versionId: string }
  | { type: 'left-behind'; versionId: string }
  | { type: 'decided'; done: Done; tooFast?: boolean }
  | { type: 'taught'; lesson: Lesson }
  | { type: 'learnt' }
  | { type: 'taken-back'; requestKey: string }
  | { type: 'taking-back' }
  | { type: 'answered'; requestKey: string; decisionId: string; counts: QueueCounts }
  | { type: 'returned'; item: DeskItem; counts: QueueCounts; wasHere: boolean }
  | { type: 'refused'; requestKey: string }
  | { type: 'undo-refused'; versionId: string | null }
  | { type: 'forgot-skips' }
  | { type: 'closed' }
  | { type: 'mode'; mode: DeskState['mode'] }

/** The whole behaviour of the desk between the key and the server's answer; everything shown follows from it. */
export function nextDesk(state: DeskState, event: DeskEvent): DeskState {
  switch (event.type) {
    case 'leased':
      return leased(state, event)
    case 'lease-failed':
      return { ...state, phase: 'open', trouble: event.trouble }
    case 'renewed':
      return { ...state, counts: event.counts, trouble: null }
    case 'unavailable':
      return { ...state, unavailable: event.why }
    case 'lost':
      return state.places[0]?.version.id === event.versionId ? { ...state, lost: event.versionId } : state
    case 'left-behind':
      return withoutPlace(state, event.versionId)
    case 'decided':
      return decided(state, event.done, event.tooFast ?? false)
    case 'taught':
      return taught(state, event.lesson)
    case 'learnt':
      return { ...state, lessons: state.lessons.slice(1) }
    case 'taken-back':
      return takenBack(state, event.requestKey)
    case 'taking-back':
      return { ...state, takingBack: true }
    case 'answered':
      return answered(state, event)
    case 'returned':
      return returned(state, event)
    case 'refused':
      return { ...state, done: state.done.filter((one) => one.requestKey !== event.requestKey) }
    case 'undo-refused':
      return { ...withoutPlace(state, event.versionId), takingBack: false }
    case 'forgot-skips':
      return { ...state, handled: new Set(), drained: false }
    case 'closed':
      return { ...closedDesk, done: state.done, sitting: state.sitting, counts: state.counts }
    case 'mode':
      return { ...state, mode: event.mode }
  }
}

/** "3 / 42": the place of the draft on the screen in this sitting's work. */
export function progressOf(state: DeskState, unsent: number): { at: number; of: number } {
  const { waiting: open, skippedByMe } = state.counts ?? { waiting: 0, skippedByMe: 0 }
  const waiting = Math.max(state.places.length, open - skippedByMe - unsent)
  return { at: state.sitting + 1, of: state.sitting + waiting }
}

function leased(state: DeskState, event: Extract<DeskEvent, { type: 'leased' }>): DeskState {
  const { items, counts, first } = event
  const fresh = items.filter((item) => first || !state.handled.has(item.version.id))
  const byId = new Map(fresh.map((item) => [item.version.id, item]))
  const held = state.places.map((place) => refreshed(place, byId.get(place.version.id)))
  const known = new Set(held.map((place) => place.version.id))
  const added = fresh.filter((item) => !known.has(item.version.id))
  const places = first ? [...fresh, ...held.filter((p) => !byId.has(p.version.id))] : [...held, ...added]
  const handled = new Set([...state.handled].filter((id) => !first || !byId.has(id)))
  const onScreen = places[0]?.version.id
  const lost = state.lost && byId.has(state.lost) ? null : state.lost === onScreen ? state.lost : null
  const stays = onScreen === state.places[0]?.version.id
  return {
    ...state,
    phase: 'open',
    places,
    lastDeed: stays ? state.lastDeed : null,
    handled,
    counts,
    lost,
    warmUps: latestWarmUps(state.warmUps, event.warmUps),
    mode: stays ? state.mode : 'reading',
    trouble: null,
    drained: added.length === 0,
  }
}

/** A draft that is being read keeps its object, so that nothing on the screen moves when its lease is renewed. */
function refreshed(place: DeskItem, item: DeskItem | undefined): DeskItem {
  return item && item.decisions.length !== place.decisions.length ? item : place
}

function decided(state: DeskState, done: Done, tooFast: boolean): DeskState {
  const { id: versionId, kind } = done.item.version
  // Whoever warms up sees the solution: such an answer stays.
  const stays = done.verdict !== 'skip' && state.warmUps.some((one) => one.kind === kind)
  return {
    ...withoutPlace(state, versionId),
    lastDeed: { verdict: done.verdict, title: titleOf(done.item.version).title },
    done: stays ? state.done : [...state.done, done].slice(-UNDO_DEPTH),
    haste: hasteAfter(state.haste, tooFast),
    handled: new Set([...state.handled, versionId]),
    sitting: state.sitting + 1,
  }
}

function taught(state: DeskState, lesson: Lesson): DeskState {
  return {
    ...state,
    lessons: [...state.lessons, lesson],
    warmUps: warmUpsAfter(state.warmUps, lesson.feedback),
    done: state.done.filter(({ requestKey }) => requestKey !== lesson.requestKey),
  }
}

function takenBack(state: DeskState, requestKey: string): DeskState {
  const done = state.done.find((one) => one.requestKey === requestKey)
  if (!done) return state
  return {
    ...inFront(state, done.item),
    done: state.done.filter((one) => one !== done),
    sitting: Math.max(0, state.sitting - 1),
  }
}

function answered(state: DeskState, event: Extract<DeskEvent, { type: 'answered' }>): DeskState {
  const done = state.done.map((one) =>
    one.requestKey === event.requestKey ? { ...one, decisionId: event.decisionId } : one,
  )
  return { ...state, done, counts: event.counts }
}

/** The server's answer to an undo. A draft that was here at once may have been decided again meanwhile. */
function returned(state: DeskState, event: Extract<DeskEvent, { type: 'returned' }>): DeskState {
  const { item, counts, wasHere } = event
  const settled = { ...state, counts, takingBack: state.takingBack && wasHere }
  const isHere = state.places.some((place) => place.version.id === item.version.id)
  if (isHere) {
    const places = state.places.map((place) => (place.version.id === item.version.id ? item : place))
    return { ...settled, places }
  }
  return wasHere ? settled : { ...inFront(settled, item), sitting: Math.max(0, state.sitting - 1) }
}

/** A draft whose decision was taken back. */
function inFront(state: DeskState, item: DeskItem): DeskState {
  const others = state.places.filter((place) => place.version.id !== item.version.id)
  const handled = new Set([...state.handled].filter((id) => id !== item.version.id))
  const lastDeed: LastDeed = { verdict: 'undo', title: titleOf(item.version).title }
  return { ...state, places: [item, ...others], lastDeed, handled, mode: 'reading', lost: null }
}

function withoutPlace(state: DeskState, versionId: string | null): DeskState {
  const places = state.places.filter((place) => place.version.id !== versionId)
  if (places.length === state.places.length) return state
  const moved = places[0] !== state.places[0]
  return moved ? { ...state, places, lastDeed: null, mode: 'reading', lost: null } : { ...state, places }
}
