/** What was asked so far: tests count what they paid for. */
export type Counts = {
  requests: number
  /** Chat completions that were answered in full, and so would have been paid. */
  answered: number
  tokens: number
  byPath: Record<string, number>
  byPrompt: Record<string, number>
  byModel: Record<string, number>
  byStatus: Record<string, number>
  inFlight: number
  mostInFlight: number
}

export function newCounts(): Counts {
  return {
    ...{ requests: 0, answered: 0, tokens: 0, inFlight: 0, mostInFlight: 0 },
    ...{ byPath: {}, byPrompt: {}, byModel: {}, byStatus: {} },
  }
}

export function count(table: Record<string, number>, key: string | number): void {
  table[key] = (table[key] ?? 0) + 1
}
