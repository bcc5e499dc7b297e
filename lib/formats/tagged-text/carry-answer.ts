import { cannotCarry } from '@/lib/formats/cannot-carry'
import { checkOrder } from '@/lib/formats/check-order'
import { fitAnswer } from '@/lib/formats/fit-answer'
import { comparePlaces } from '@/lib/formats/list-entries'
import type { Asked, Carriage } from '@/lib/formats/model'
import { type Parameters, TAGS } from '@/lib/formats/tagged-text/schema'
import { codePointUnits, type Lowered, type Offsets } from '@/lib/tasks/model'

/** Mentions in the order of the text, each in one piece, one within another or apart; and a text without tags of its own. */
export function carryAnswer(lowered: Lowered, asked: Asked, { style }: Parameters): Carriage {
  const fit = fitAnswer(lowered.answer, asked.schema)
  if (!fit.carries) return fit
  const fault = untaggable(asked, style) ?? misplaced(lowered, asked.text) ?? crossing(lowered)
  return fault ?? checkOrder(lowered, 'by-appearance')
}

function untaggable({ schema, text }: Asked, style: Parameters['style']): Carriage | null {
  for (const { label } of schema) {
    if (!/^[^<>[\]|/\p{Cc}\p{Surrogate}]+$/u.test(label)) return cannotCarry('label-no-tag', { label })
    const { open, close } = TAGS[style](label)
    const found = [open, close].find((tag) => text.includes(tag))
    if (found) return cannotCarry('text-holds-tag', { tag: found })
  }
  return null
}

function misplaced({ answer, places }: Lowered, text: string): Carriage | null {
  const units = codePointUnits(text)
  for (const [at, { label, items }] of answer.entries())
    for (const [i, item] of items.entries()) {
      const place = places[at]?.[i]
      if (typeof item !== 'string') return cannotCarry('item-is-record', { label })
      if (!place?.length) return cannotCarry('value-unplaced', { value: item })
      if (place.length > 1) return cannotCarry('value-in-pieces', { value: item })
      const { start, end } = place[0]!
      if (start >= end || end >= units.length || text.slice(units[start], units[end]) !== item)
        return cannotCarry('value-elsewhere', { value: item })
    }
  return null
}

function crossing({ places }: Lowered): Carriage | null {
  const spans = places.flat().sort(comparePlaces)
  const open: Offsets[] = []
  for (const [span] of spans as Offsets[][]) {
    while (open.length && open.at(-1)!.end <= span!.start) open.pop()
    if (open.length && open.at(-1)!.end < span!.end) return cannotCarry('mentions-cross')
    open.push(span!)
  }
  return null
}
