import type { RuleScope, Statement } from '@/lib/rules/model'
import type { PhraseLanguage } from '@/lib/tasks/model'

/** The statements with the labels that they are about said first; as they are where they are about all. */
export function stateScope({ labels }: RuleScope, { en, zh }: Statement): Statement {
  if (labels.length === 0) return { en, zh }
  return {
    en: en.map((statement) => `For ${nameWords(labels, 'en', 'and')}: ${statement}`),
    zh: zh.map((statement) => `对于${nameWords(labels, 'zh', 'and')}：${statement}`),
  }
}

const JOINTS = { en: { and: ' and ', or: ' or ' }, zh: { and: '和', or: '或' } }

/** Words between quotation marks, as a list in a sentence. */
export function nameWords(words: readonly string[], language: PhraseLanguage, joint: 'and' | 'or'): string {
  const quoted = words.map((word) => `“${word}”`)
  const last = quoted.pop() ?? ''
  return quoted.length ? quoted.join(language === 'en' ? ', ' : '、') + JOINTS[language][joint] + last : last
}

/** So many words a sentence can name; of more it names these, and says that there are others. */
const NAMED = 8

/** Words that a rule holds, as a sentence tells of them. */
export function exampleWords(words: readonly string[], language: PhraseLanguage): string {
  if (words.length <= NAMED) return nameWords(words, language, 'or')
  const few = words.slice(0, NAMED).map((word) => `“${word}”`)
  return language === 'en' ? `${few.join(', ')} or the like` : `${few.join('、')}等`
}
