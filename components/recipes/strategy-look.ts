import { type Strategy, strategies } from '@/lib/synthesis/model'

/** Hues of `app/globals.css` that stay apart for everybody: a strategy has the same one in knobs, margins and pictures. */
const HUES: Record<Strategy, number> = { guideline: 9, rule: 3, format: 11 }

export const strategyInk = (strategy: Strategy) => `var(--hue-${HUES[strategy]}-ink)`
export const strategyTint = (strategy: Strategy) => `var(--hue-${HUES[strategy]}-tint)`

/** What is filled with several strategies at once is striped by them; basic is grey. */
export function strategyFill(own: readonly Strategy[]): string {
  const inks = strategies.filter((one) => own.includes(one)).map(strategyInk)
  if (inks.length === 0) return 'var(--color-line-strong)'
  if (inks.length === 1) return inks[0]!
  const stops = inks.map((ink, at) => `${ink} ${at * 4}px ${(at + 1) * 4}px`)
  return `repeating-linear-gradient(135deg, ${stops.join(', ')})`
}
