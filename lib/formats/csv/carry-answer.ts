import { cannotCarry } from '@/lib/formats/cannot-carry'
import { checkGrid } from '@/lib/formats/check-grid'
import type { Parameters } from '@/lib/formats/csv/schema'
import type { Asked, Carriage } from '@/lib/formats/model'
import type { AnswerItem, Lowered } from '@/lib/tasks/model'

/** Quoting takes care of delimiters and line breaks; there is no way to escape what separates the values of a field. */
export function carryAnswer(lowered: Lowered, asked: Asked, parameters: Parameters): Carriage {
  const grid = checkGrid(lowered, asked, parameters)
  if (!grid.carries) return grid
  const names = asked.schema.flatMap(({ label, fields }) => [label, ...fields])
  const values = lowered.answer.flatMap(({ items }) => items.flatMap(valuesOf))
  const halved = [...names, ...values].find((text) => HALF_PAIR.test(text))
  if (halved !== undefined) return cannotCarry('half-character', { value: halved })
  const { between } = parameters
  const divided = lowered.answer
    .flatMap(({ items }) => items.filter((item) => typeof item !== 'string').flatMap(valuesOf))
    .find((text) => text.includes(between))
  if (divided === undefined) return { carries: true }
  return cannotCarry('value-divided', { value: divided, mark: between })
}

// A lone surrogate, which no file can hold.
const HALF_PAIR = /\p{Surrogate}/u

function valuesOf(item: AnswerItem): string[] {
  return typeof item === 'string' ? [item] : Object.values(item).flatMap((value) => value ?? [])
}
