import { countSharedTokens } from '@/lib/tasks/count-shared-tokens'
import type { Answer, AnswerItem, ScoredAnswer, Scores } from '@/lib/tasks/model'
import { ratioOf, scoreItems, type Unit, valuesOf } from '@/lib/tasks/score-items'
import { splitTokens } from '@/lib/tasks/split-tokens'

type Tuple = { predicate: string[]; first: string[]; rest: string[] }
type Match = { precision: number; recall: number }

/**
 * Open tuples. `strict`: the predicate and every argument in order, to the letter. `relaxed`: by shared tokens, as CaRB scores
 * (Bhardwaj, Aggarwal and Mausam 2019, section 3, on scoring):
 *
 * - Two tuples match where their predicates share a token and the given one has every part that the expected one has. Shared
 *   tokens are counted part by part, over the tokens of the given tuple (precision) and of the expected one (recall); arguments
 *   after the first are one part. A part that only the given tuple has is not looked at, as in the script.
 * - Precision: each given tuple gets an expected one of its own, the best pairs first. Recall: each expected tuple takes its best
 *   given one, which may serve several.
 *
 * Left out are the script's exceptions for English (forms of "be", the order of arguments of "said"). Nothing given: no precision;
 * nothing expected: no recall; neither: no F1.
 */
export function scoreOpenie(answers: readonly ScoredAnswer[]): Scores {
  const { microPrecision, microRecall, microF1 } = scoreItems(answers, tupleUnits).overall
  const sums = answers.map(matchTuples)
  const sum = (name: keyof (typeof sums)[number]) => sums.reduce((total, each) => total + each[name], 0)
  const precision = ratioOf(sum('precision'), sum('given'))
  const recall = ratioOf(sum('recall'), sum('expected'))
  return {
    overall: {
      strictPrecision: microPrecision ?? null,
      strictRecall: microRecall ?? null,
      strictF1: microF1 ?? null,
      relaxedPrecision: precision,
      relaxedRecall: recall,
      relaxedF1: harmonicMean(precision, recall),
    },
    byLabel: {},
  }
}

function tupleUnits(answer: Answer): Unit[] {
  return answer.flatMap(({ label, items }) =>
    items.map((item) => ({ label, key: JSON.stringify([predicateOf(item), argumentsOf(item)]) })),
  )
}

function matchTuples({ expected, given }: ScoredAnswer) {
  const rows = expected.flatMap(({ items }) => items.map(tupleOf))
  const columns = given.flatMap(({ items }) => items.map(tupleOf))
  const matches = rows.map((row) => columns.map((column) => match(row, column)))
  return {
    expected: rows.length,
    given: columns.length,
    precision: pairOff(matches),
    recall: matches.reduce((sum, row) => sum + Math.max(0, ...row.map(({ recall }) => recall)), 0),
  }
}

/** The precisions of the best pairs, in which every row and column stands once. */
function pairOff(matches: readonly (readonly Match[])[]): number {
  const pairs = matches.flatMap((row, i) => row.map(({ precision }, j) => ({ precision, i, j })))
  const [rows, columns] = [new Set<number>(), new Set<number>()]
  let sum = 0
  for (const { precision, i, j } of pairs.sort((a, b) => b.precision - a.precision)) {
    if (rows.has(i) || columns.has(j)) continue
    rows.add(i)
    columns.add(j)
    sum += precision
  }
  return sum
}

function match(expected: Tuple, given: Tuple): Match {
  const shared = PARTS.map((part) => countSharedTokens(given[part], expected[part]))
  const isLacking = PARTS.some((part) => given[part].length === 0 && expected[part].length > 0)
  if (shared[0] === 0 || isLacking) return { precision: 0, recall: 0 }
  const total = shared.reduce((sum, count) => sum + count, 0)
  const judged = PARTS.filter((part) => expected[part].length > 0)
  return { precision: total / lengthOf(given, judged), recall: total / lengthOf(expected, PARTS) }
}

const PARTS = ['predicate', 'first', 'rest'] as const

type Part = (typeof PARTS)[number]

const lengthOf = (tuple: Tuple, parts: readonly Part[]) =>
  parts.reduce((sum, part) => sum + tuple[part].length, 0)

function tupleOf(item: AnswerItem): Tuple {
  const [first = '', ...rest] = argumentsOf(item)
  return {
    predicate: splitTokens(predicateOf(item)),
    first: splitTokens(first),
    rest: splitTokens(rest.join(' ')),
  }
}

function predicateOf(item: AnswerItem): string {
  return typeof item === 'string' ? item : valuesOf(item.predicate).join(' ')
}

function argumentsOf(item: AnswerItem): string[] {
  return typeof item === 'string' ? [] : valuesOf(item.arguments)
}

function harmonicMean(precision: number | null, recall: number | null): number | null {
  if (precision === null && recall === null) return null
  return ratioOf(2 * (precision ?? 0) * (recall ?? 0), (precision ?? 0) + (recall ?? 0)) ?? 0
}
