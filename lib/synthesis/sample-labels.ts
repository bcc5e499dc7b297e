import type { Draw } from '@/lib/synthesis/make-draw'

/** What labels are drawn from: those that may be asked for, those that the gold has, and which are taken for which. */
type Source = {
  labels: readonly string[]
  present: readonly string[]
  confusions: ReadonlyMap<string, readonly string[]>
  splitNum: number
}

/**
 * The labels that one instruction asks for, at most `splitNum`, shuffled: those of the gold first, then labels that are taken
 * for them (at most half of the places left), then any others. Gold with more labels than places loses the rest in this
 * record: an instance gives one instruction a copy, and another copy draws anew.
 */
export function sampleLabels(draw: Draw, from: Source): string[] {
  const present = from.present.filter((label) => from.labels.includes(label))
  return draw.take(fill(draw, draw.take(present, from.splitNum), from), from.splitNum)
}

/** Labels of which the gold has none, the confusable ones first: an instruction whose right answer is empty. */
export function sampleAbsentLabels(draw: Draw, from: Source): string[] {
  return draw.take(fill(draw, [], from), from.splitNum)
}

function fill(draw: Draw, asked: string[], { labels, present, confusions, splitNum }: Source): string[] {
  const absent = labels.filter((label) => !present.includes(label))
  const confusable = new Set(present.flatMap((label) => confusions.get(label) ?? []))
  const hard = absent.filter((label) => confusable.has(label))
  asked.push(...draw.take(hard, Math.ceil((splitNum - asked.length) / 2)))
  const others = absent.filter((label) => !asked.includes(label))
  asked.push(...draw.take(others, splitNum - asked.length))
  return asked
}
