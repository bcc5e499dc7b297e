import { z } from 'zod'
import { sliceCodePoints } from '@/lib/tasks/model'

/** One mention. Offsets are Unicode code points, half-open. */
export const nerSpanSchema = z.object({
  start: z.number().int().nonnegative(),
  end: z.number().int().positive(),
  label: z.string().min(1).max(200),
})
export type NerSpan = z.infer<typeof nerSpanSchema>

/** Gold of named entity recognition: spans in canonical order (start, longer first, label), none twice. Nesting is kept. */
export const nerGoldSchema = z.object({ spans: z.array(nerSpanSchema) })
export type NerGold = z.infer<typeof nerGoldSchema>

export function compareSpans(a: NerSpan, b: NerSpan): number {
  return a.start - b.start || b.end - a.end || (a.label < b.label ? -1 : a.label > b.label ? 1 : 0)
}

/** Canonical gold: sorted, exact duplicates dropped, only the known keys. */
export function canonicalNerGold(spans: readonly NerSpan[]): NerGold {
  const sorted = spans.map(({ start, end, label }) => ({ start, end, label })).sort(compareSpans)
  return { spans: sorted.filter((span, i) => i === 0 || compareSpans(span, sorted[i - 1]!) !== 0) }
}

/** Is the order canonical already, and no span there twice? Most gold is written so. */
export function isCanonical(spans: readonly NerSpan[]): boolean {
  for (let i = 1; i < spans.length; i++) if (compareSpans(spans[i - 1]!, spans[i]!) >= 0) return false
  return true
}

/** The words of a mention as they stand in its text. */
export function mentionOf(text: string, span: NerSpan): string {
  return sliceCodePoints(text, span.start, span.end)
}
