import type { EeGold } from '@/lib/tasks/ee/gold'
import { lowerMentions } from '@/lib/tasks/lower-mentions'
import type { AskedSchema, Lowered } from '@/lib/tasks/model'
import { piecesOf, readerOf } from '@/lib/tasks/ner/gold'

/** Lowers events to their triggers, by type. An event without words for it is none that can be pointed at, and is left out. */
export function lowerGold(text: string, gold: EeGold, schema: AskedSchema): Lowered {
  const reader = readerOf(text)
  const found = gold.events.flatMap(({ type, trigger }) =>
    trigger ? [{ label: type, words: reader.words(trigger), pieces: piecesOf(trigger) }] : [],
  )
  return lowerMentions(
    found,
    schema.map(({ label }) => ({ label, fields: [] })),
  )
}
