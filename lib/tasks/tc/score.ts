import type { Answer, ScoredAnswer, Scores } from '@/lib/tasks/model'
import { meanOf, scoreItems, type Unit } from '@/lib/tasks/score-items'

/**
 * Classification, with one class or several. `accuracy` is the share of texts whose classes are all right and complete (subset
 * accuracy: Tsoumakas, Katakis and Vlahavas 2010, on evaluation measures; plain accuracy where a text has one class); micro and macro figures
 * are over classes (there too; Sokolova and Lapalme 2009, table 3). A class named twice counts once.
 */
export function scoreTc(answers: readonly ScoredAnswer[]): Scores {
  const { overall, byLabel } = scoreItems(answers, classUnits)
  const right = answers.map(({ expected, given }) => (isSame(classesOf(expected), classesOf(given)) ? 1 : 0))
  return { overall: { accuracy: meanOf(right), ...overall }, byLabel }
}

function classUnits(answer: Answer): Unit[] {
  return [...classesOf(answer)].map((label) => ({ label, key: '' }))
}

function classesOf(answer: Answer): Set<string> {
  return new Set(answer.flatMap(({ items }) => items.filter((item) => typeof item === 'string')))
}

function isSame(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((label) => b.has(label))
}
