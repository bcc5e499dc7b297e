import type { Mention } from '@/lib/rules/list-mentions'
import { codePointLength } from '@/lib/tasks/model'
import type { Extent, Reader } from '@/lib/tasks/ner/gold'

/** Two signs that stand around something, such as quotation marks. */
export type Pair = readonly [open: string, close: string]
type Placed = Pick<Mention, 'words' | 'extent'>

/** The mention with the pairs directly around it, or without those that it stands within. */
export function moveMarks(
  text: string,
  of: { mention: Placed; reader: Reader; mode: 'include' | 'drop'; pairs: readonly Pair[] },
): Extent | 'stays' {
  return of.mode === 'drop' ? unwrap(of.mention, of.pairs) : wrap(text, of)
}

/** The mention without the pairs around it, layer by layer, as far as something is left. */
function unwrap({ words, extent }: Placed, pairs: readonly Pair[]): Extent | 'stays' {
  if (!extent || extent.fragments) return 'stays'
  let [from, to] = [0, words.length]
  for (;;) {
    const inner = pairs.map((pair) => innerOf(words.slice(from, to), pair)).find((one) => one !== null)
    if (!inner) break
    to = from + inner.to
    from += inner.from
  }
  if (from === 0 && to === words.length) return 'stays'
  return {
    start: extent.start + codePointLength(words.slice(0, from)),
    end: extent.end - codePointLength(words.slice(to)),
  }
}

/** What stands between the two marks of a pair that belong to each other; null where there are none, or nothing is between. */
function innerOf(words: string, [open, close]: Pair): { from: number; to: number } | null {
  if (words.length <= open.length + close.length || !words.startsWith(open) || !words.endsWith(close))
    return null
  const [from, to] = [open.length, words.length - close.length]
  const between = words.slice(from, to)
  if (between.trim() === '' || !isOnePair(between, [open, close])) return null
  const lead = between.length - between.trimStart().length
  return { from: from + lead, to: to - (between.length - between.trimEnd().length) }
}

/** Do the marks around this close each other, rather than others within: not so in “(a) and (b)”. */
function isOnePair(between: string, [open, close]: Pair): boolean {
  if (open === close) return !between.includes(open)
  let depth = 0
  for (let at = 0; at < between.length; at++) {
    if (between.startsWith(close, at)) depth--
    else if (between.startsWith(open, at)) depth++
    if (depth < 0) return false
  }
  return depth === 0
}

/** The mention with the pairs directly around it, a space at most between. */
function wrap(
  text: string,
  { mention, reader, pairs }: { mention: Placed; reader: Reader; pairs: readonly Pair[] },
): Extent | 'stays' {
  const { extent } = mention
  if (!extent || extent.fragments) return 'stays'
  let { start, end } = { start: reader.unit(extent.start), end: reader.unit(extent.end) }
  for (;;) {
    const outer = pairs.map((pair) => outerOf(text, { start, end }, pair)).find((one) => one !== null)
    if (!outer) break
    start = outer.start
    end = outer.end
  }
  const [before, after] = [
    text.slice(start, reader.unit(extent.start)),
    text.slice(reader.unit(extent.end), end),
  ]
  if (!before) return 'stays'
  return { start: extent.start - codePointLength(before), end: extent.end + codePointLength(after) }
}

type Place = { start: number; end: number }

function outerOf(text: string, { start, end }: Place, [open, close]: Pair): Place | null {
  if (!isOnePair(text.slice(start, end), [open, close])) return null
  for (const gap of [0, 1]) {
    const [from, to] = [start - gap - open.length, end + gap + close.length]
    const isBlank = gap === 0 || (/\s/.test(text.charAt(start - 1)) && /\s/.test(text.charAt(end)))
    if (from >= 0 && isBlank && text.startsWith(open, from) && text.startsWith(close, to - close.length))
      return { start: from, end: to }
  }
  return null
}
