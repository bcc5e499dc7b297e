import { cannotCarry } from '@/lib/formats/cannot-carry'
import { checkMarks } from '@/lib/formats/check-marks'
import { checkOrder } from '@/lib/formats/check-order'
import { fitAnswer } from '@/lib/formats/fit-answer'
import type { Asked, Carriage } from '@/lib/formats/model'
import { elementName, type Parameters } from '@/lib/formats/xml/schema'
import type { AnswerItem, AskedSchema, Lowered } from '@/lib/tasks/model'

// What XML 1.0 has no way to write (production 2).
const FORBIDDEN = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u

/** Any text that XML can hold, under labels and fields whose element names differ. */
export function carryAnswer(lowered: Lowered, { schema }: Asked, parameters: Parameters): Carriage {
  const fit = fitAnswer(lowered.answer, schema)
  if (!fit.carries) return fit
  const names = schema.flatMap(({ label, fields }) => [label, ...fields])
  const texts = [...names, ...lowered.answer.flatMap(({ items }) => items.flatMap(valuesOf))]
  const forbidden = texts.find((text) => FORBIDDEN.test(text))
  if (forbidden !== undefined) return cannotCarry('xml-character', { value: forbidden })
  const clash = clashOf(schema, parameters)
  if (clash) return clash
  const ordered = checkOrder(lowered, parameters.order)
  return ordered.carries ? checkMarks(lowered, { ...parameters, empty: 'leave-out' }) : ordered
}

function clashOf(schema: AskedSchema, { layout }: Parameters): Carriage | null {
  if (layout !== 'named-items') return null
  for (const names of [schema.map(({ label }) => label), ...schema.map(({ fields }) => fields)]) {
    const elements = names.map(elementName)
    const twice = elements.find((name, at) => elements.indexOf(name) !== at)
    if (twice !== undefined) return cannotCarry('element-twice', { name: twice })
  }
  return null
}

function valuesOf(item: AnswerItem): string[] {
  return typeof item === 'string' ? [item] : Object.values(item).flatMap((value) => value ?? [])
}
