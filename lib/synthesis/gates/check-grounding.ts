import { fault } from '@/lib/synthesis/gates/fault'
import type { Gate } from '@/lib/synthesis/gates/model'
import { joinWords, readerOf } from '@/lib/tasks/ner/gold'

/**
 * Does the gold fit its text, as the corpus has it and as the rules left it? And is every answer that has a place what the text has
 * there?
 */
export const checkGrounding: Gate = ({ task, obeyed }) => {
  const { instance, form } = task
  const [own] = form.faults(instance.text, instance.gold)
  if (own) return fault('said', { words: own })
  const [ruled] = obeyed.gold === instance.gold ? [] : form.faults(instance.text, obeyed.gold)
  if (ruled) return fault('ruled-said', { words: ruled })
  const { answer, places } = obeyed.lowered
  const reader = readerOf(instance.text)
  for (const [at, { items }] of answer.entries())
    for (const [i, item] of items.entries()) {
      const pieces = places[at]?.[i]
      if (!pieces || typeof item !== 'string') continue
      const words = joinWords(pieces.map(reader.words))
      if (words !== item) return fault('misplaced', { found: words, said: item })
    }
  return null
}
