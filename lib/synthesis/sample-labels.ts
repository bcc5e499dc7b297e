import type { Draw } from '@/lib/synthesis/make-draw'
import type { EmptyPlan, PreparedCorpus } from '@/lib/synthesis/model'

/**
 * The labels that one instruction asks for, at most `splitNum`, shuffled: those of the gold first, then labels that are taken
 * for them (at most half of the places left), then any others. Gold with more labels than places loses the rest in this
 * record: an instance gives one instruction a copy, and another copy draws anew.
 */
export function sampleLabels(
  draw: Draw,
  from: { corpus: PreparedCorpus; present: readonly string[]; splitNum: number },
): string[] {
  const asked = draw.take(from.present, from.splitNum)
  return draw.take(fill(draw, asked, from), from.splitNum)
}

/** Labels of which the gold has none, the confusable ones first: an instruction whose right answer is empty. */
export function sampleAbsentLabels(
  draw: Draw,
  from: { corpus: PreparedCorpus; present: readonly string[]; splitNum: number },
): string[] {
  return draw.take(fill(draw, [], from), from.splitNum)
}

function fill(
  draw: Draw,
  asked: string[],
  { corpus, present, splitNum }: { corpus: PreparedCorpus; present: readonly string[]; splitNum: number },
): string[] {
  const out = new Set(present)
  const confusable = new Set(present.flatMap((label) => corpus.confusions.get(label) ?? []))
  const hard = [...confusable].filter((label) => !out.has(label))
  asked.push(...draw.take(hard, Math.ceil((splitNum - asked.length) / 2)))
  for (const label of asked) out.add(label)
  const others = corpus.labels.filter((label) => !out.has(label))
  asked.push(...draw.take(others, splitNum - asked.length))
  return asked
}

/**
 * How to meet a share of empty answers without counting while composing, so that a record depends on nothing but itself: if
 * instances without gold are too many, each is kept with the chance that leaves the share; if too few, each other one is
 * asked for absent labels with the chance that fills it.
 */
export function planEmptyAnswers(
  share: number,
  corpora: { instances: number; withoutGold: number },
): EmptyPlan {
  const { instances, withoutGold } = corpora
  const withGold = instances - withoutGold
  if (withoutGold > share * instances)
    return { keep: (share * withGold) / ((1 - share) * withoutGold), make: 0 }
  return { keep: 1, make: withGold ? (share * instances - withoutGold) / withGold : 0 }
}
