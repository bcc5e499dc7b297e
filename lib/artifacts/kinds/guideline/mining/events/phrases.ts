import { list, quote } from '@/lib/artifacts/kinds/guideline/mining/phrases.en'
import { list as chineseList, quote as chineseQuote } from '@/lib/artifacts/kinds/guideline/mining/phrases.zh'
import type { PhraseLanguage } from '@/lib/tasks/model'

type EventPhrases = {
  definition(of: {
    label: string
    readable: string | null
    triggers: string[]
    length: 'one-word' | 'several-words' | null
  }): string
  together(of: { others: string[]; itself: boolean }): string
  sameWords(of: { other: string; wordings: string[] }): string
}

const LENGTHS = {
  en: {
    'one-word': 'Nearly all of them are single words.',
    'several-words': 'Nearly all have several words.',
  },
  zh: { 'one-word': '几乎都是单个词。', 'several-words': '几乎都由几个词组成。' },
} as const

export const eventPhrases: Record<PhraseLanguage, EventPhrases> = {
  en: {
    definition: ({ label, readable, triggers, length }) => {
      const name = `${quote(label)}${readable ? ` (${readable})` : ''}`
      if (triggers.length === 0) return `${name} is an event for which no words are marked.`
      return [
        `${name} is an event that words such as ${list(triggers)} tell of.`,
        length && LENGTHS.en[length],
      ]
        .filter(Boolean)
        .join(' ')
    },
    together: ({ others, itself }) =>
      itself && !others.length
        ? 'A text may tell of more than one; each is an event of its own.'
        : `A text may tell of ${itself ? 'more than one, and of ' : ''}${list(others, 'or')} as well; each is an event of its own.`,
    sameWords: ({ other, wordings }) =>
      `The same words may tell of ${quote(other)} as well; then both are given: ${list(wordings)}.`,
  },
  zh: {
    definition: ({ label, readable, triggers, length }) => {
      const name = `${chineseQuote(label)}${readable ? `（${readable}）` : ''}`
      if (triggers.length === 0) return `${name}是一种事件，语料中没有标出触发词。`
      return `${name}是由${chineseList(triggers)}这类词语说出的事件。${length ? LENGTHS.zh[length] : ''}`
    },
    together: ({ others, itself }) =>
      `同一段文字里可能${itself ? '有不止一个' : ''}${others.length ? `${itself ? '，也可能' : ''}还有${chineseList(others)}` : ''}，各算一个事件。`,
    sameWords: ({ other, wordings }) =>
      `同样的词语也可以同时触发${chineseQuote(other)}，两个都写：${chineseList(wordings)}。`,
  },
}
