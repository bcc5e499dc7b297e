import type { Answer, ScoredAnswer, Scores } from '@/lib/tasks/model'
import { meanOf } from '@/lib/tasks/score-items'
import { scoreRouge } from '@/lib/tasks/score-rouge'

/** Free responses: the mean ROUGE-1 and ROUGE-L (Lin 2004) against the response that the gold has. */
export function scoreGeneral(answers: readonly ScoredAnswer[]): Scores {
  const figures = answers.map(({ expected, given }) => scoreRouge(textOf(given), textOf(expected)))
  return {
    overall: {
      rouge1: meanOf(figures.map(({ rouge1 }) => rouge1)),
      rougeL: meanOf(figures.map(({ rougeL }) => rougeL)),
    },
    byLabel: {},
  }
}

function textOf(answer: Answer): string {
  return answer.flatMap(({ items }) => items.filter((item) => typeof item === 'string')).join('\n')
}
