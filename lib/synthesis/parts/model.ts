/** A stretch of instances that one worker composes at a time. `source` is the place of its corpus in the recipe, from 0. */
export type RunPart = { number: number; source: number; firstOrdinal: number; lastOrdinal: number }

/** A worker that is not heard of for so long has lost what it holds. */
export const HELD_SECONDS = 10

/** What becomes of each record of a run once all parts are there. */
export const KEPT = 0
export const DUPLICATE = 1
export const NEAR_DUPLICATE = 2

const fileOf = (runId: string, number: number) => `runs/${runId}/parts/${String(number).padStart(6, '0')}`
export const partKey = (runId: string, number: number) => `${fileOf(runId, number)}.jsonl`
export const keysKey = (runId: string, number: number) => `${fileOf(runId, number)}.keys`
