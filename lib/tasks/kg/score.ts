import { joinScores } from '@/lib/tasks/join-scores'
import type { Answer, ScoredAnswer, Scores } from '@/lib/tasks/model'
import { scoreItems, type Unit, valuesOf } from '@/lib/tasks/score-items'

/**
 * Entities with attributes, as slot filling is scored (Ji and Grishman 2011, "Knowledge Base Population", on scoring): `entity` counts names under their type,
 * `attribute` every single value of an attribute of a named entity. An attribute that is asked for and absent counts nothing.
 */
export function scoreKg(answers: readonly ScoredAnswer[]): Scores {
  return joinScores({
    entity: scoreItems(answers, entityUnits),
    attribute: scoreItems(answers, attributeUnits),
  })
}

function entityUnits(answer: Answer): Unit[] {
  return answer.flatMap(({ label, items }) =>
    items.flatMap((item) => namesOf(item).map((name) => ({ label, key: name }))),
  )
}

function attributeUnits(answer: Answer): Unit[] {
  return answer.flatMap(({ label, items }) =>
    items.flatMap((item) =>
      Object.entries(typeof item === 'string' ? {} : item)
        .filter(([field]) => field !== 'name')
        .flatMap(([field, value]) =>
          valuesOf(value).map((words) => ({ label, key: JSON.stringify([namesOf(item), field, words]) })),
        ),
    ),
  )
}

function namesOf(item: Answer[number]['items'][number]): string[] {
  return typeof item === 'string' ? [item] : valuesOf(item.name)
}
