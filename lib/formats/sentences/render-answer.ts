import { type Entry, listEntries } from '@/lib/formats/list-entries'
import type { Asked } from '@/lib/formats/model'
import type { Parameters } from '@/lib/formats/sentences/schema'
import { SENTENCE_WORDS, writeName, writeQuoted, writeSentence } from '@/lib/formats/write-sentence'
import type { FieldValue, Lowered } from '@/lib/tasks/model'

/** A sentence for each item, and one that says so where there is none. */
export function renderAnswer(lowered: Lowered, { schema }: Asked, parameters: Parameters): string {
  const words = SENTENCE_WORDS[parameters.language]
  const sentences = listEntries(lowered, schema, parameters).map((entry) => sentenceOf(entry, parameters))
  if (!sentences.length) return words.foundNothing
  return sentences.join(parameters.layout === 'lines' ? '\n' : words.space)
}

function sentenceOf({ asked, item }: Entry, { language, pattern, quotes }: Parameters): string {
  const words = SENTENCE_WORDS[language]
  const name = writeName(asked.label, quotes)
  if (item === null) return writeSentence(words.nobody, { pattern, name, language })
  if (typeof item === 'string') return writeSentence(writeQuoted(item, quotes), { pattern, name, language })
  const fields = asked.fields.map((field) => `${writeName(field, quotes)}${withValue(item[field]!)}`)
  return `${words.lead(pattern, name)}${fields.join(words.comma)}${words.stop}`

  function withValue(value: FieldValue): string {
    if (value === null) return words.hasNothing
    const values = typeof value === 'string' ? [value] : value
    return `${words.has}${values.map((one) => writeQuoted(one, quotes)).join(words.and)}`
  }
}
