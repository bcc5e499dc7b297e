import { codePointLength, sliceCodePoints } from '@/lib/tasks/model'

type Fragments = readonly (readonly [number, number])[]
type Span = { start: number; end: number; label: string; fragments?: Fragments | undefined }
type Annotated = { text: string; spans: readonly Span[] }
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
  const moved = (start: number, end: number) =>
    [Math.max(start, from) + shift, Math.min(end, to) + shift] as const
  const spans = whole.spans
    .filter((span) => span.end > from && span.start < to)
    .map(({ label, fragments, ...span }) => {
      const [start, end] = moved(span.start, span.end)
      const pieces = fragments?.filter(([first, last]) => last > from && first < to)
      return pieces
        ? { start, end, label, fragments: pieces.map((one) => moved(...one)) }
        : { start, end, label }
    })
  const text = `${lead}${sliceCodePoints(whole.text, from, to)}${to < length ? '…' : ''}`
  return { text, spans, focus: { start: focus.start + shift, end: focus.end + shift }, cut: true }
}
