import { joinScores } from '@/lib/tasks/join-scores'
import type { Answer, AnswerItem, ScoredAnswer, Scores } from '@/lib/tasks/model'
import { scoreItems } from '@/lib/tasks/score-items'

/**
 * Typed triples, in the two ways that Taillé et al. 2020 ("Let's Stop Incorrect Comparisons", its evaluation settings) keep apart: `strict` wants the relation, the words of both
 * ends and their types; `boundaries` does not look at the types.
 */
export function scoreSpo(answers: readonly ScoredAnswer[]): Scores {
  const untyped = answers.map(({ expected, given, language }) => ({
    expected: withoutTypes(expected),
    given: withoutTypes(given),
    language,
  }))
  return joinScores({ strict: scoreItems(answers), boundaries: scoreItems(untyped) })
}

function withoutTypes(answer: Answer): Answer {
  return answer.map(({ label, items }) => ({ label, items: items.map(endsOf) }))
}

function endsOf(item: AnswerItem): AnswerItem {
  if (typeof item === 'string') return item
  return { subject: item.subject ?? null, object: item.object ?? null }
}
