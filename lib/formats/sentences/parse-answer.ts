import { gatherAnswer, type ReadEntry } from '@/lib/formats/gather-answer'
import { AnswerSyntaxError, type Asked, shown } from '@/lib/formats/model'
import { scanText, type TextScanner } from '@/lib/formats/scan-text'
import type { Parameters } from '@/lib/formats/sentences/schema'
import { unescapeText } from '@/lib/formats/unescape-text'
import { SENTENCE_WORDS, writeName } from '@/lib/formats/write-sentence'
import { type Answer, type AnswerItem, type AskedLabel, type FieldValue, fieldOf } from '@/lib/tasks/model'

/** Reads the sentences of the chosen pattern and no others, on lines or running on. */
export function parseAnswer(output: string, { schema }: Asked, parameters: Parameters): Answer {
  const scanner = scanText(output)
  const words = SENTENCE_WORDS[parameters.language]
  const isEmpty = parameters.empty === 'leave-out' && output.trim() === words.foundNothing
  const entries: ReadEntry[] = []
  const grammar = grammarOf(schema, parameters)
  while (!isEmpty && (entries.length === 0 || scanner.position < output.length)) {
    entries.push(readSentence(scanner, grammar, parameters))
    scanner.skip(' \n')
  }
  return gatherAnswer(entries, schema, { empty: parameters.empty, end: output.length })
}

/** What may stand before and after, label by label; the longest first, as one may begin like another. */
type Grammar = { tails: [string, AskedLabel][]; leads: [string, AskedLabel][] }

function grammarOf(schema: Asked['schema'], { language, pattern, quotes }: Parameters): Grammar {
  const words = SENTENCE_WORDS[language]
  const by = (write: (name: string) => string) =>
    schema
      .map((asked): [string, AskedLabel] => [write(writeName(asked.label, quotes)), asked])
      .sort(([a], [b]) => b.length - a.length)
  return { tails: by((name) => words.tail(pattern, name)), leads: by((name) => words.lead(pattern, name)) }
}

function readSentence(scanner: TextScanner, { tails, leads }: Grammar, parameters: Parameters): ReadEntry {
  const at = scanner.position
  const words = SENTENCE_WORDS[parameters.language]
  if (scanner.peek() === parameters.quotes.charAt(0)) {
    const item = readQuoted(scanner, parameters)
    const { label, fields } = takeOneOf(scanner, tails)
    if (fields.length) throw new AnswerSyntaxError(`An item of ${shown(label)} needs its fields`, at)
    return { label, at, item }
  }
  if (scanner.takes(words.nobody)) return { label: takeOneOf(scanner, tails).label, at, item: null }
  const { label, fields } = takeOneOf(scanner, leads)
  if (!fields.length) throw new AnswerSyntaxError(`An item of ${shown(label)} has no fields`, at)
  const item = readRecord(scanner, fields, parameters)
  scanner.take(words.stop)
  return { label, at, item }
}

function takeOneOf(scanner: TextScanner, choices: Grammar['tails']): AskedLabel {
  const found = choices.find(([words]) => scanner.takes(words))
  if (!found) scanner.fail(`Expected ${choices.map(([words]) => shown(words)).join(' or ')}`)
  return found[1]
}

function readRecord(scanner: TextScanner, fields: readonly string[], parameters: Parameters): AnswerItem {
  const words = SENTENCE_WORDS[parameters.language]
  const values = fields.map((field, at): [string, FieldValue] => {
    if (at > 0) scanner.take(words.comma)
    scanner.take(writeName(field, parameters.quotes))
    if (scanner.takes(words.hasNothing)) return [field, null]
    scanner.take(words.has)
    const texts: string[] = []
    do texts.push(readQuoted(scanner, parameters))
    while (scanner.takes(words.and))
    return [field, fieldOf(texts)]
  })
  return Object.fromEntries(values)
}

function readQuoted(scanner: TextScanner, { quotes }: Parameters): string {
  const [open, close] = [quotes.charAt(0), quotes.charAt(1)]
  scanner.take(open)
  const { raw, at } = scanner.until(close)
  scanner.take(close)
  if (raw !== raw.trim()) throw new AnswerSyntaxError('Outer spaces are written \\u0020', at)
  return unescapeText(raw, at)
}
