import { z } from 'zod'
import { type Application, isInScope } from '@/lib/rules/model'
import type { NerGold, NerSpan } from '@/lib/tasks/ner/gold'

/** Which spans a rule about nesting holds against each other: those of one label, or all that are in scope. */
export const amongSchema = z.object({ among: z.enum(['same-label', 'any-label']) })
export type Among = z.infer<typeof amongSchema>

/** Gold of spans without those in scope that give way to others in scope. `yields` gets all that one is held against. */
export function pruneSpans(
  of: Application,
  { among }: Among,
  yields: (span: NerSpan, others: readonly NerSpan[]) => boolean,
): NerGold {
  const gold = of.gold as NerGold
  const ours = gold.spans.filter(({ label }) => isInScope(of.scope, label))
  if (ours.length < 2) return gold
  const othersOf = (span: NerSpan) =>
    among === 'any-label' ? ours : ours.filter(({ label }) => label === span.label)
  const spans = gold.spans.filter((span) => !isInScope(of.scope, span.label) || !yields(span, othersOf(span)))
  return spans.length === gold.spans.length ? gold : { spans }
}

/** Does the outer one reach over all of the inner, and further? */
export function holds(outer: NerSpan, inner: NerSpan): boolean {
  return outer.start <= inner.start && outer.end >= inner.end && lengthOf(outer) > lengthOf(inner)
}

export const lengthOf = ({ start, end }: NerSpan) => end - start

/** Are there two spans of the scope, so that one could give way? */
export function hasSeveral(of: Application): boolean {
  return (of.gold as NerGold).spans.filter(({ label }) => isInScope(of.scope, label)).length > 1
}
