import type { AdviceLine } from '@/lib/artifacts/advice/schema'

/** What each line adds to the doubt about the whole draft. */
const ADDS: Record<AdviceLine['verdict'], number> = {
  supported: 0,
  unclear: 0.2,
  unsupported: 0.4,
  contradicted: 0.7,
}
/** A model that finds nothing leaves a little. */
const LEAST = 0.1

/** How doubtful a draft is by what one model said of its lines, from 0, sure, to 1: every line that it faults adds to it. */
export function doubtByAdvice(lines: readonly Pick<AdviceLine, 'verdict'>[]): number {
  return 1 - lines.reduce((sure, { verdict }) => sure * (1 - ADDS[verdict]), 1 - LEAST)
}

/** What was measured and what models said, half each; of several models the mean. */
export function doubtOfDraft(measured: number | null, advised: readonly number[]): number | null {
  if (advised.length === 0) return measured
  const models = advised.reduce((sum, one) => sum + one, 0) / advised.length
  return measured === null ? models : (measured + models) / 2
}
