import { type Carriage, shown } from '@/lib/formats/model'
import type { Answer, AnswerItem, AskedLabel, AskedSchema } from '@/lib/tasks/model'

/**
 * Has the answer the groups that were asked for, in that order, and their items the fields? Parsers restore from the asked
 * schema what their syntax does not write, so every carrier needs this first.
 */
export function fitAnswer(answer: Answer, schema: AskedSchema): Carriage {
  const why = repeated(schema) ?? misfit(answer, schema)
  return why ? { carries: false, why } : { carries: true }
}

function repeated(schema: AskedSchema): string | null {
  const label = firstTwice(schema.map((asked) => asked.label))
  if (label !== undefined) return `two groups are called ${shown(label)}`
  for (const asked of schema) {
    const field = firstTwice(asked.fields)
    if (field !== undefined) return `${shown(asked.label)} has two fields called ${shown(field)}`
  }
  return null
}

function misfit(answer: Answer, schema: AskedSchema): string | null {
  if (answer.length !== schema.length) return 'the answer does not have the groups that were asked for'
  for (const [at, asked] of schema.entries()) {
    const group = answer[at]!
    if (group.label !== asked.label) return 'the answer does not have the groups that were asked for'
    if (!group.items.every((item) => isAbout(item, asked)))
      return `an item of ${shown(asked.label)} does not have the fields that were asked for`
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
