import type { Answer, AnswerItem, FieldValue, ScoredAnswer, Scores } from '@/lib/tasks/model'

/** What is counted as right or wrong: under which label it is listed, and everything that must agree for it to be right. */
export type Unit = { label: string; key: string }

/**
 * Precision, recall and F1 by exact match, per label, over all units (micro) and averaged over labels (macro).
 *
 * - Right is as often as a unit stands in both answers (a multiset): what is mentioned twice must be given twice. The score of
 *   the CoNLL-2003 shared task (Tjong Kim Sang and De Meulder 2003, section 2.3), with words for positions, since an answer has
 *   no offsets.
 * - F1 = 2 TP / (2 TP + FP + FN); micro pools the counts, macro is the plain mean of the labels' figures (Sokolova and Lapalme
 *   2009, table 3; macro-F1 as the mean of the F1s, which Opitz and Burst 2019 recommend).
 * - Nothing given: no precision. Nothing expected: no recall. Neither: no F1 either. Such a figure is null, and a mean leaves
 *   it out; a mean of nothing is null.
 */
export function scoreItems(
  answers: readonly ScoredAnswer[],
  unitsOf: (answer: Answer) => readonly Unit[] = itemUnits,
): Scores {
  const counts = new Map<string, Counts>()
  for (const { expected, given } of answers) countUnits(counts, unitsOf(expected), unitsOf(given))
  const byLabel = [...counts].map(([label, count]) => [label, figuresOf(count)] as const)
  const micro = figuresOf(sumOf([...counts.values()]))
  const mean = (name: keyof Figures) => meanOf(byLabel.map(([, figures]) => figures[name]))
  return {
    overall: {
      microPrecision: micro.precision,
      microRecall: micro.recall,
      microF1: micro.f1,
      macroPrecision: mean('precision'),
      macroRecall: mean('recall'),
      macroF1: mean('f1'),
    },
    byLabel: Object.fromEntries(byLabel),
  }
}

/** One unit for every item of an answer: its label and the whole item. */
export function itemUnits(answer: Answer): Unit[] {
  return answer.flatMap(({ label, items }) => items.map((item) => ({ label, key: itemKey(item) })))
}

/** Two items with the same key say the same, in whatever order they write their fields and values. */
export function itemKey(item: AnswerItem): string {
  if (typeof item === 'string') return JSON.stringify(item)
  const fields = Object.entries(item).map(([field, value]) => [field, valuesOf(value).sort()] as const)
  return JSON.stringify(fields.filter(([, values]) => values.length > 0).sort(byField))
}

/** The values of a field one by one; none where it is null. */
export function valuesOf(value: FieldValue | undefined): string[] {
  return value == null ? [] : typeof value === 'string' ? [value] : [...value]
}

/** The mean of the figures that are defined; null when none is. */
export function meanOf(figures: readonly (number | null)[]): number | null {
  const defined = figures.filter((figure) => figure !== null)
  return defined.length > 0 ? defined.reduce((sum, figure) => sum + figure, 0) / defined.length : null
}

/** A share of something; null of nothing. */
export function ratioOf(part: number, whole: number): number | null {
  return whole > 0 ? part / whole : null
}

type Counts = { right: number; expected: number; given: number }
type Figures = { precision: number | null; recall: number | null; f1: number | null }

function figuresOf({ right, expected, given }: Counts): Figures {
  return {
    precision: ratioOf(right, given),
    recall: ratioOf(right, expected),
    f1: ratioOf(2 * right, expected + given),
  }
}

function countUnits(counts: Map<string, Counts>, expected: readonly Unit[], given: readonly Unit[]) {
  const open = new Map<string, number>()
  for (const unit of expected) {
    countOf(counts, unit).expected++
    open.set(fullKey(unit), (open.get(fullKey(unit)) ?? 0) + 1)
  }
  for (const unit of given) {
    const count = countOf(counts, unit)
    count.given++
    const left = open.get(fullKey(unit)) ?? 0
    if (left > 0) count.right++
    open.set(fullKey(unit), left - 1)
  }
}

function countOf(counts: Map<string, Counts>, { label }: Unit): Counts {
  const count = counts.get(label) ?? { right: 0, expected: 0, given: 0 }
  counts.set(label, count)
  return count
}

const fullKey = ({ label, key }: Unit) => JSON.stringify([label, key])

function sumOf(counts: readonly Counts[]): Counts {
  const sum = { right: 0, expected: 0, given: 0 }
  for (const { right, expected, given } of counts) {
    sum.right += right
    sum.expected += expected
    sum.given += given
  }
  return sum
}

const byField = ([a]: readonly [string, string[]], [b]: readonly [string, string[]]) => (a < b ? -1 : 1)
