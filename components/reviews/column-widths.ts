/** Shares of the desk's width in percent; the evidence takes what is left. */
export type ColumnWidths = { draft: number; history: number }

export const DESK_COOKIE = 'gloss-desk'
export const usualWidths: ColumnWidths = { draft: 34, history: 21 }
export const widthLimits = { draft: [22, 55], history: [12, 34] } as const

/** The cookie lets the server draw the columns where they were: nothing jumps when the page wakes up. */
export function widthsFrom(cookie: string | undefined): ColumnWidths {
  const [draft, history] = (cookie ?? '').split('-').map(Number)
  if (!draft || !history) return usualWidths
  return { draft: within('draft', draft), history: within('history', history) }
}

export function within(column: keyof ColumnWidths, percent: number): number {
  const [least, most] = widthLimits[column]
  return Math.round(Math.min(most, Math.max(least, percent)) * 10) / 10
}
