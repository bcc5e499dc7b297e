/**
 * `fragments`: the pieces of a span that is interrupted. `plain`: a mark without a label of its own, drawn grey. `hit`: what was
 * searched for; it lies over the spans and takes no layer.
 */
export type TextSpan = {
  start: number
  end: number
  label: string
  fragments?: readonly (readonly [number, number])[] | undefined
  plain?: boolean
  hit?: boolean
}

/** A run of text that the same spans cover. Indexes point into the spans given. */
export type Segment = {
  start: number
  end: number
  text: string
  /** `layer` 0 is the tinted one. `tie`: the run lies between two pieces of the span and is none. */
  covers: { span: number; layer: number; tie?: true }[]
  /** Spans that end with this run: their labels stand after it, innermost first. */
  closes: number[]
}

type Placed = TextSpan & { index: number }

/**
 * Cuts a text at every border of a span and of its pieces. Offsets are code points, so an emoji never shifts anything. A span that
 * overlaps an earlier or longer one lies one layer deeper.
 */
export function layOutSpans(text: string, spans: readonly TextSpan[]): Segment[] {
  const characters = Array.from(text)
  const usable = spans
    .map((span, index) => ({ ...span, end: Math.min(span.end, characters.length), index }))
    .filter((span) => span.start >= 0 && span.start < span.end)
    .sort((a, b) => a.start - b.start || b.end - a.end)
  const layers = layersOf(usable)
  const borders = bordersOf(usable, characters.length)

  const segments: Segment[] = []
  let open: Placed[] = []
  let next = 0
  for (let i = 0; i + 1 < borders.length; i++) {
    const [start, end] = [borders[i]!, borders[i + 1]!]
    open = open.filter((span) => span.end > start)
    while (next < usable.length && usable[next]!.start === start) open.push(usable[next++]!)
    segments.push({
      start,
      end,
      text: characters.slice(start, end).join(''),
      covers: open.map((span) => {
        const cover = { span: span.index, layer: layers.get(span.index) ?? 0 }
        return isBetween(span, start) ? { ...cover, tie: true } : cover
      }),
      closes: open
        .filter((span) => span.end === end)
        .map((span) => span.index)
        .reverse(),
    })
  }
  return segments
}

/** The beginning of a text: whole runs, and of the one that crosses the place only what lies before it. */
export function firstSegments(segments: readonly Segment[], to: number): Segment[] {
  const first = segments.filter((segment) => segment.start < to)
  const last = first.at(-1)
  if (!last || last.end <= to) return first
  const text = Array.from(last.text)
    .slice(0, to - last.start)
    .join('')
  return [...first.slice(0, -1), { ...last, end: to, text, closes: [] }]
}

function bordersOf(spans: readonly Placed[], length: number): number[] {
  const cuts = new Set([0, length])
  for (const { start, end, fragments = [] } of spans) {
    cuts.add(start).add(end)
    for (const at of fragments.flat()) if (at < length) cuts.add(at)
  }
  return [...cuts].sort((a, b) => a - b)
}

function isBetween({ fragments }: TextSpan, at: number): boolean {
  return fragments !== undefined && !fragments.some(([start, end]) => start <= at && at < end)
}

/** The lowest layer that is free where a span begins. */
function layersOf(sorted: readonly Placed[]): Map<number, number> {
  const layers = new Map<number, number>()
  const endOfLayer: number[] = []
  for (const span of sorted) {
    if (span.hit) continue
    const free = endOfLayer.findIndex((end) => end <= span.start)
    const layer = free < 0 ? endOfLayer.length : free
    endOfLayer[layer] = span.end
    layers.set(span.index, layer)
  }
  return layers
}
