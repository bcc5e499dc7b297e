import { codePointLength, sliceCodePoints } from '@/lib/tasks/model'
import type { NerSpan } from '@/lib/tasks/ner/gold'

type Annotated = { text: string; spans: readonly NerSpan[] }
export type Excerpt = Annotated & { focus: { start: number; end: number }; cut: boolean }

const WHOLE_UP_TO = 420
const AROUND = 170

/** A long text around the mention to look at, its offsets moved along; a short one whole. */
export function excerptOf(whole: Annotated, focus: { start: number; end: number }): Excerpt {
  const length = codePointLength(whole.text)
  if (length <= WHOLE_UP_TO) return { ...whole, focus, cut: false }
  const from = Math.max(0, focus.start - AROUND)
  const to = Math.min(length, focus.end + AROUND)
  const lead = from > 0 ? '…' : ''
  const shift = codePointLength(lead) - from
  const spans = whole.spans
    .filter((span) => span.end > from && span.start < to)
    .map((span) => ({
      label: span.label,
      start: Math.max(span.start, from) + shift,
      end: Math.min(span.end, to) + shift,
    }))
  const text = `${lead}${sliceCodePoints(whole.text, from, to)}${to < length ? '…' : ''}`
  return { text, spans, focus: { start: focus.start + shift, end: focus.end + shift }, cut: true }
}
