import type { EeGold } from '@/lib/tasks/ee/gold'
import { lowerGold as lowerEvents } from '@/lib/tasks/ee/lower-gold'
import type { AskedSchema, Lowered } from '@/lib/tasks/model'

/**
 * Lowers events that have arguments to be found or looked for: like event extraction, with the trigger first, which tells two
 * events of one type apart. Types without roles ask for nothing here and have no items.
 */
export function lowerGold(text: string, gold: EeGold, schema: AskedSchema): Lowered {
  const withRoles = new Set(schema.filter(({ fields }) => fields.length > 0).map(({ label }) => label))
  const { answer, places } = lowerEvents(text, gold, schema)
  return {
    answer: answer.map((group) => (withRoles.has(group.label) ? group : { ...group, items: [] })),
    places: places.map((group, at) => (withRoles.has(answer[at]!.label) ? group : [])),
  }
}
