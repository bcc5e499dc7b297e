import { checkOrder } from '@/lib/formats/check-order'
import { fitAnswer } from '@/lib/formats/fit-answer'
import { comparePlaces } from '@/lib/formats/list-entries'
import { type Asked, type Carriage, shown } from '@/lib/formats/model'
import { type Parameters, TAGS } from '@/lib/formats/tagged-text/schema'
import { codePointUnits, type Lowered, type Offsets } from '@/lib/tasks/model'

/** Mentions in the order of the text, each in one piece, one within another or apart; and a text without tags of its own. */
export function carryAnswer(lowered: Lowered, asked: Asked, { style }: Parameters): Carriage {
  const fit = fitAnswer(lowered.answer, asked.schema)
  if (!fit.carries) return fit
  const why = untaggable(asked, style) ?? misplaced(lowered, asked.text) ?? crossing(lowered)
  return why ? { carries: false, why } : checkOrder(lowered, 'by-appearance')
}

function untaggable({ schema, text }: Asked, style: Parameters['style']): string | null {
  for (const { label } of schema) {
    if (!/^[^<>[\]|/\p{Cc}\p{Surrogate}]+$/u.test(label)) return `the label ${shown(label)} cannot be a tag`
    const { open, close } = TAGS[style](label)
    const found = [open, close].find((tag) => text.includes(tag))
    if (found) return `the text itself holds ${shown(found)}, which would be read as a tag`
  }
  return null
}

function misplaced({ answer, places }: Lowered, text: string): string | null {
  const units = codePointUnits(text)
  for (const [at, { label, items }] of answer.entries())
    for (const [i, item] of items.entries()) {
      const place = places[at]?.[i]
      if (typeof item !== 'string')
        return `an item of ${shown(label)} is a record, which has no one place in the text`
      if (!place?.length) return `${shown(item)} has no place in the text`
      if (place.length > 1) return `${shown(item)} stands in several pieces`
      const { start, end } = place[0]!
      if (start >= end || end >= units.length || text.slice(units[start], units[end]) !== item)
        return `${shown(item)} is not what the text has at its place`
    }
  return null
}

function crossing({ places }: Lowered): string | null {
  const spans = places.flat().sort(comparePlaces)
  const open: Offsets[] = []
  for (const [span] of spans as Offsets[][]) {
    while (open.length && open.at(-1)!.end <= span!.start) open.pop()
    if (open.length && open.at(-1)!.end < span!.end)
      return 'two mentions cross, so that neither lies within the other'
    open.push(span!)
  }
  return null
}
