import type { Feedback, WarmUpView } from '@/lib/reviews/gold/schema'
import type { Verdict } from '@/lib/reviews/model'
import { WARNED_FOR } from '@/lib/reviews/reading/model'
import type { DeskItem } from '@/lib/reviews/schema'

/** An answer of a warm-up with what the reviewer is told of it. */
export type Lesson = {
  requestKey: string
  item: DeskItem
  verdict: Exclude<Verdict, 'undo' | 'skip'>
  /** What the reviewer wrote. */
  content: Record<string, unknown> | null
  feedback: Feedback
}

/** Warm-ups as the server has them now. An answer that came before it counts on: a lease may have left earlier. */
export function latestWarmUps(
  known: readonly WarmUpView[],
  now: readonly WarmUpView[],
): readonly WarmUpView[] {
  return now.map((one) => {
    const before = known.find(({ kind }) => kind === one.kind)
    const isAhead = before?.state === 'warming' && one.state === 'warming' && before.answered > one.answered
    return isAhead ? { ...one, answered: before.answered, right: before.right } : one
  })
}

/** Warm-ups after an answer: who is through has none in that kind any more. */
export function warmUpsAfter(known: readonly WarmUpView[], { warmUp }: Feedback): readonly WarmUpView[] {
  const others = known.filter(({ kind }) => kind !== warmUp.kind)
  return warmUp.state === 'warming' || warmUp.state === 'failed' ? [...others, warmUp] : others
}

/** Since how many decisions nobody was warned of their haste, and for how many more the warning stays. */
export type Haste = { since: number; shown: number }
export const unhurried: Haste = { since: WARNED_FOR, shown: 0 }
/** So many decisions long it can be read: whoever is that fast makes the next at once. */
const SHOWN_FOR = 3

/** Warns once, and then not for a while. */
export function hasteAfter({ since, shown }: Haste, tooFast: boolean): Haste {
  return tooFast && since >= WARNED_FOR
    ? { since: 0, shown: SHOWN_FOR }
    : { since: since + 1, shown: Math.max(0, shown - 1) }
}
