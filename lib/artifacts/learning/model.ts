import type { LearningRow } from '@/lib/artifacts/learning/schema'

export type Drafter = Pick<
  LearningRow,
  'kind' | 'authorKind' | 'author' | 'model' | 'prompt' | 'promptVersion'
>

/** Decisions on what a drafter wrote that took about as long, counted: so that no time of a million needs to be sorted. */
export const SLICE_MS = 100
export type DecidedSlice = {
  verdict: 'approve' | 'edit' | 'reject'
  /** Of `SLICE_MS` each. */
  slice: number
  count: number
  /** Of the edits that were measured: the sum of their distances, and how many they are. */
  distance: number
  measured: number
}

type Fared = Pick<
  LearningRow,
  | 'decided'
  | 'approved'
  | 'edited'
  | 'rejected'
  | 'editDistance'
  | 'secondsPerDecision'
  | 'acceptance'
  | 'acceptanceLow'
  | 'acceptanceHigh'
>

/** How the drafts of one drafter fared. */
export function foldDecisions(slices: readonly DecidedSlice[]): Fared {
  const countOf = (some: readonly DecidedSlice[]) => some.reduce((sum, { count }) => sum + count, 0)
  const by = (verdict: DecidedSlice['verdict']) => countOf(slices.filter((one) => one.verdict === verdict))
  const [approved, edited, rejected] = [by('approve'), by('edit'), by('reject')]
  const decided = approved + edited + rejected
  const edits = slices.filter(({ verdict }) => verdict === 'edit')
  const measured = approved + edits.reduce((sum, one) => sum + one.measured, 0)
  const distance = edits.reduce((sum, one) => sum + one.distance, 0)
  const [acceptanceLow, acceptanceHigh] = boundShare({ of: decided, found: decided - rejected })
  return {
    ...{ decided, approved, edited, rejected, acceptanceLow, acceptanceHigh },
    acceptance: decided ? (decided - rejected) / decided : null,
    editDistance: measured ? distance / measured : null,
    secondsPerDecision: medianSeconds(slices),
  }
}

/** Nobody was timed where it took no time. */
function medianSeconds(slices: readonly DecidedSlice[]): number | null {
  const timed = slices.filter(({ slice }) => slice > 0).toSorted((a, b) => a.slice - b.slice)
  let left = timed.reduce((sum, { count }) => sum + count, 0) / 2
  for (const { slice, count } of timed) {
    left -= count
    if (left <= 0) return (slice * SLICE_MS) / 1000
  }
  return null
}

const Z95 = 1.959964

/** Where a share lies at 95 % (Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22, 1927). */
export function boundShare({ of: n, found }: { of: number; found: number }): [number, number] | [null, null] {
  if (n === 0) return [null, null]
  const share = found / n
  const z2 = Z95 ** 2
  const middle = (share + z2 / (2 * n)) / (1 + z2 / n)
  const reach = (Z95 / (1 + z2 / n)) * Math.sqrt((share * (1 - share)) / n + z2 / (4 * n * n))
  return [Math.max(0, middle - reach), Math.min(1, middle + reach)]
}
