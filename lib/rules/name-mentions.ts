import type { Statement } from '@/lib/rules/model'
import type { TaskForm } from '@/lib/tasks/model'

/** What the mentions of an answer are called where a form has a word of its own for them. */
const NOUNS: Partial<Record<TaskForm, { en: string; zh: string }>> = {
  mrc: { en: 'answer', zh: '答案' },
  openie: { en: 'argument', zh: '论元' },
  ee: { en: 'argument', zh: '论元' },
  eea: { en: 'argument', zh: '论元' },
  eet: { en: 'trigger', zh: '触发词' },
}

/** A statement about mentions in the words of a task form. What stands between quotation marks stays. */
export function nameMentions({ en, zh }: Statement, form: TaskForm): Statement {
  const noun = NOUNS[form]
  if (!noun) return { en, zh }
  const article = /^[aeiou]/.test(noun.en) ? 'n' : ''
  return {
    en: en.map((sentence) =>
      outsideQuotes(sentence, (part) =>
        part
          .replace(/\b([Aa]) mention\b/g, `$1${article} ${noun.en}`)
          .replace(/\bmention(s?)\b/g, `${noun.en}$1`)
          .replace(/\bMention(s?)\b/g, `${noun.en.charAt(0).toUpperCase()}${noun.en.slice(1)}$1`),
      ),
    ),
    zh: zh.map((sentence) => outsideQuotes(sentence, (part) => part.replaceAll('提及', noun.zh))),
  }
}

function outsideQuotes(sentence: string, change: (part: string) => string): string {
  return sentence
    .split(/(“[^”]*”)/)
    .map((part, at) => (at % 2 ? part : change(part)))
    .join('')
}
