import { type AskedSchema, fieldOf, type Lowered, unitToCodePoint } from '@/lib/tasks/model'
import type { OpenieGold, OpenTuple } from '@/lib/tasks/openie/gold'

/** The one group of the answer. */
export const openieGroups: AskedSchema = [{ label: 'tuples', fields: ['predicate', 'arguments'] }]

/**
 * One record for every tuple, in the order in which the tuples begin in the text: where their subject stands or, failing that,
 * the next of their parts that the text has. Those of which it has nothing come last.
 */
export function lowerGold(text: string, { tuples }: OpenieGold): Lowered {
  const ordered = tuples
    .map((tuple) => ({ tuple, at: positionOf(text, tuple) }))
    .sort((a, b) => a.at - b.at)
    .map(({ tuple }) => tuple)
  const items = ordered.map(({ predicate, arguments: others }) => ({
    predicate: predicate.text,
    arguments: fieldOf(others.map((part) => part.text)),
  }))
  return { answer: [{ label: 'tuples', items }], places: [items.map(() => null)] }
}

function positionOf(text: string, { predicate, arguments: [subject, ...others] }: OpenTuple): number {
  for (const part of subject ? [subject, predicate, ...others] : [predicate]) {
    const unit = part.start === undefined ? text.indexOf(part.text) : -1
    const at = part.start ?? (unit < 0 ? -1 : unitToCodePoint(text, unit))
    if (at >= 0) return at
  }
  return Number.MAX_SAFE_INTEGER
}
