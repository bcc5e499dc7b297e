import { excerptOf } from '@/components/reviews/excerpt'
import type { ApplicationView } from '@/lib/artifacts/schema'
import type { Answer } from '@/lib/tasks/model'

type Span = {
  start: number
  end: number
  label: string
  fragments?: readonly (readonly [number, number])[] | undefined
  plain?: boolean
}
type Side = { spans: Span[]; lists: Answer }

/** Both sides of an application: what stays is drawn plainly, what goes or comes with its label; what stands nowhere is listed. */
export type AppliedSides = { text: string; before: Side; after: Side }

type Change = ApplicationView['changes'][number]
type Item = Change['before'][number]

export function sidesOf({ text, spans, changes }: ApplicationView): AppliedSides {
  const gone = changes.flatMap(({ label, before }) => before.flatMap((item) => spanOf(item, label)))
  const come = changes.flatMap(({ label, after }) => after.flatMap((item) => spanOf(item, label)))
  const isSame = (a: Span, b: Span) => a.start === b.start && a.end === b.end && a.label === b.label
  const staying = spans
    .filter((span) => !gone.some((other) => isSame(span, other)))
    .map((span): Span => ({ ...span, label: '', plain: true }))
  const focus = gone[0] ?? come[0] ?? { start: 0, end: 0 }
  const cut = (side: Span[]) => excerptOf({ text, spans: side }, focus)
  const before = cut([...staying, ...gone])
  const after = cut([...staying, ...come])
  const marked = (side: typeof before): Span[] =>
    side.spans.map((span) => (span.label === '' ? { ...span, plain: true } : span))
  return {
    text: before.text,
    before: { spans: marked(before), lists: listsOf(changes, 'before') },
    after: { spans: marked(after), lists: listsOf(changes, 'after') },
  }
}

/** A mention's place as a span; of several pieces as one with fragments. */
function spanOf({ place }: Item, label: string): Span[] {
  const first = place?.[0]
  const last = place?.at(-1)
  if (!first || !last || !place) return []
  const whole = { start: first.start, end: last.end, label }
  return place.length === 1
    ? [whole]
    : [{ ...whole, fragments: place.map(({ start, end }) => [start, end] as const) }]
}

/** What has no place in the text, and what only stands in another order, is listed. */
function listsOf(changes: readonly Change[], side: 'before' | 'after'): Answer {
  return changes.flatMap((change) => {
    const shown = isReordered(change) ? change[side] : change[side].filter(({ place }) => !place?.length)
    const other = isReordered(change)
      ? []
      : change[side === 'before' ? 'after' : 'before'].filter(({ place }) => !place?.length)
    return shown.length + other.length > 0
      ? [{ label: change.label, items: shown.map(({ item }) => item) }]
      : []
  })
}

function isReordered({ before, after }: Change): boolean {
  const keys = (items: readonly Item[]) =>
    items
      .map((item) => JSON.stringify(item))
      .sort()
      .join()
  return before.length > 0 && keys(before) === keys(after)
}
