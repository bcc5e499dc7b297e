import { hash } from 'node:crypto'
import { allocateShares } from '@/lib/taxonomy/combinations/allocate-shares'
import { countInNumbers } from '@/lib/taxonomy/combinations/count-combinations'
import {
  type CombinationOrder,
  countPast,
  noPast,
  type StrategyCounts,
  type WalkedSubject,
} from '@/lib/taxonomy/combinations/model'
import { splitStrategies } from '@/lib/taxonomy/combinations/split-strategies'
import { roomOf, type Walk, walkCombinations } from '@/lib/taxonomy/combinations/walk-combinations'

/** Weights of the nodes above a subject and its own, multiplied. 0 leaves it out. */
export type PlannedSubject = WalkedSubject & { weight: number }

/** What a subject is to give, one round after the other: first S1, then S2. More than one round only where caps kept some out. */
export type PlanPart = { key: string; rounds: StrategyCounts[] }

export type CombinationPlan = {
  /** Of subjects that give something. */
  parts: PlanPart[]
  placed: StrategyCounts
  /** So many of the order are not there to be had. */
  missing: number
}

/** How many combinations each subject gives to an order, and of which strategy. Costs nothing for those that it does not draw. */
export function planCombinations(
  subjects: readonly PlannedSubject[],
  order: CombinationOrder,
): CombinationPlan {
  const rooms = subjects.map(({ shape, past }) => roomOf({ size: countInNumbers(shape), past }))
  const state = {
    subjects,
    order,
    held: subjects.map(({ past = noPast }) => countPast(past)),
    limits: rooms.map(({ s1, s2 }) => s1 + s2),
    rooms,
    ties: subjects.map(({ key }) => tieOf(order.seed, key)),
    rounds: subjects.map((): StrategyCounts[] => []),
  }
  if (order.conceptCap === null) planRound(state, order.total)
  else planWithCaps(state)
  return sumUp(state)
}

type State = {
  subjects: readonly PlannedSubject[]
  order: CombinationOrder
  held: number[]
  limits: number[]
  rooms: StrategyCounts[]
  ties: number[]
  rounds: StrategyCounts[][]
}

/** Shares so many out. Gives what each subject is asked for. */
function planRound(
  { subjects, order, held, limits, rooms, ties, rounds }: State,
  total: number,
): StrategyCounts[] {
  const shares = allocateShares(
    total,
    subjects.map(({ weight }, at) => ({ weight, held: held[at]!, limit: limits[at]!, order: ties[at]! })),
  )
  const asked = splitStrategies(
    shares.map((count, at) => ({ count, room: rooms[at]! })),
    order.shareOfS1,
  )
  for (const [at, one] of asked.entries()) if (one.s1 + one.s2 > 0) rounds[at]!.push(one)
  return asked
}

/** How many a syllabus can give under caps is known once they are drawn: who gives less than it was asked for hands the rest on. */
function planWithCaps(state: State): void {
  const { subjects, order, held, limits, rooms, rounds } = state
  const walks: (Walk | undefined)[] = []
  for (let left = order.total; left > 0; ) {
    const asked = planRound(state, left)
    const before = left
    for (const [at, one] of asked.entries()) {
      const count = one.s1 + one.s2
      if (count === 0) continue
      walks[at] ??= walkCombinations(subjects[at]!, order)
      const walk = walks[at]
      let s1 = take(walk, { strategy: 's1', count: one.s1 })
      const s2 = take(walk, { strategy: 's2', count: count - s1 })
      const last =
        s1 + s2 < count && s1 === one.s1 ? take(walk, { strategy: 's1', count: count - s1 - s2 }) : 0
      Object.assign(one, { s1, s2 })
      if (last > 0) rounds[at]!.push({ s1: last, s2: 0 })
      s1 += last
      held[at]! += s1 + s2
      limits[at] = s1 + s2 < count ? 0 : limits[at]! - count
      rooms[at] = { s1: rooms[at]!.s1 - s1, s2: rooms[at]!.s2 - s2 }
      left -= s1 + s2
    }
    if (left === before) break
  }
}

function take(walk: Walk, { strategy, count }: { strategy: keyof StrategyCounts; count: number }): number {
  for (let taken = 0; taken < count; taken++) if (!walk.next(strategy)) return taken
  return count
}

function sumUp({ subjects, order, rounds }: State): CombinationPlan {
  const placed = { s1: 0, s2: 0 }
  const parts = subjects.flatMap(({ key }, at) => {
    const given = rounds[at]!.filter(({ s1, s2 }) => s1 + s2 > 0)
    for (const { s1, s2 } of given) {
      placed.s1 += s1
      placed.s2 += s2
    }
    return given.length > 0 ? [{ key, rounds: given }] : []
  })
  return { parts, placed, missing: order.total - placed.s1 - placed.s2 }
}

/** Who of equals comes first: drawn by the subject alone, so that a new one moves no other. */
function tieOf(seed: number, key: string): number {
  return hash('sha256', `combinations/${seed}/tie/${key}`, 'buffer').readUInt32BE(0)
}
