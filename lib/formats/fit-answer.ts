import { cannotCarry } from '@/lib/formats/cannot-carry'
import type { Carriage } from '@/lib/formats/model'
import type { Answer, AnswerItem, AskedLabel, AskedSchema } from '@/lib/tasks/model'

/**
 * Has the answer the groups that were asked for, in that order, and their items the fields? Parsers restore from the asked
 * schema what their syntax does not write, so every carrier needs this first.
 */
export function fitAnswer(answer: Answer, schema: AskedSchema): Carriage {
  return repeated(schema) ?? misfit(answer, schema) ?? { carries: true }
}

function repeated(schema: AskedSchema): Carriage | null {
  const label = firstTwice(schema.map((asked) => asked.label))
  if (label !== undefined) return cannotCarry('group-twice', { name: label })
  for (const asked of schema) {
    const field = firstTwice(asked.fields)
    if (field !== undefined) return cannotCarry('field-twice', { label: asked.label, name: field })
  }
  return null
}

function misfit(answer: Answer, schema: AskedSchema): Carriage | null {
  if (answer.length !== schema.length) return cannotCarry('groups-differ')
  for (const [at, asked] of schema.entries()) {
    const group = answer[at]!
    if (group.label !== asked.label) return cannotCarry('groups-differ')
    if (!group.items.every((item) => isAbout(item, asked)))
      return cannotCarry('fields-differ', { label: asked.label })
  }
  return null
}

function isAbout(item: AnswerItem, { fields }: AskedLabel): boolean {
  if (typeof item === 'string') return fields.length === 0
  return (
    fields.length > 0 &&
    Object.keys(item).length === fields.length &&
    fields.every((field) => Object.hasOwn(item, field))
  )
}

function firstTwice(names: readonly string[]): string | undefined {
  const seen = new Set<string>()
  return names.find((name) => seen.has(name) || !seen.add(name))
}
