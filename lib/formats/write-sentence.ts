import { escapeText } from '@/lib/formats/escape-text'
import type { PhraseLanguage } from '@/lib/tasks/model'

export type SentencePattern = 'is' | 'belongs-to' | 'counts-as'

/** The fixed words of sentences; a name is a label or field as `writeName` has it. */
export type SentenceWords = {
  /** After the words of an item, or after `nobody`. */
  tail(pattern: SentencePattern, name: string): string
  nobody: string
  /** Before the fields of a record. */
  lead(pattern: SentencePattern, name: string): string
  has: string
  hasNothing: string
  and: string
  comma: string
  stop: string
  foundNothing: string
  space: string
}

const VERBS = { is: '是', 'belongs-to': '属于', 'counts-as': '算作' } as const

const ENGLISH: Record<SentencePattern, (name: string) => string> = {
  is: (name) => ` is ${/^[“"「]?[aeiou]/i.test(name) ? 'an' : 'a'} ${name}.`,
  'belongs-to': (name) => ` belongs to ${name}.`,
  'counts-as': (name) => ` counts as ${name}.`,
}

export const SENTENCE_WORDS: Record<PhraseLanguage, SentenceWords> = {
  en: {
    tail: (pattern, name) => ENGLISH[pattern](name),
    nobody: 'Nothing',
    lead: (pattern, name) => `Something${ENGLISH[pattern](name).slice(0, -1)}: `,
    has: ' is ',
    hasNothing: ' is not given',
    and: ' and ',
    comma: ', ',
    stop: '.',
    foundNothing: 'Nothing was found.',
    space: ' ',
  },
  zh: {
    tail: (pattern, name) => `${VERBS[pattern]}${name}。`,
    nobody: '没有内容',
    lead: (pattern, name) => `有一项${VERBS[pattern]}${name}：`,
    has: '为',
    hasNothing: '未给出',
    and: '和',
    comma: '，',
    stop: '。',
    foundNothing: '什么也没有找到。',
    space: '',
  },
}

// Letters and digits with single signs within; anything else could end the sentence or look like a part of it.
const PLAIN = /^[\p{L}\p{N}_]+(?:[ ._/&+-][\p{L}\p{N}_]+)*$/u

/** A label or field in a sentence: as it is, or between quotation marks where it could be misread. */
export function writeName(name: string, quotes: string): string {
  return PLAIN.test(name) ? name : writeQuoted(name, quotes)
}

export function writeQuoted(text: string, quotes: string): string {
  return `${quotes.charAt(0)}${escapeText(text, quotes)}${quotes.charAt(1)}`
}

/** The sentence that says of a group that it has no items. */
export function writeSentence(
  subject: string,
  { pattern, name, language }: { pattern: SentencePattern; name: string; language: PhraseLanguage },
): string {
  return `${subject}${SENTENCE_WORDS[language].tail(pattern, name)}`
}
