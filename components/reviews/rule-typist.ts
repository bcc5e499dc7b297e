import { asList, linesOf } from '@/components/reviews/guideline-text'
import type { Typing, Typist } from '@/components/reviews/use-typing'
import { type RuleContent, ruleContentSchema } from '@/lib/artifacts/kinds/rule/content'

export const wordSections = [
  'statementEn',
  'statementZh',
  'paraphrasesEn',
  'paraphrasesZh',
  'scope',
  'note',
] as const
export type WordSection = (typeof wordSections)[number]

/** A rule while it is being typed: wordings and labels one a line. */
export type TypedRule = Record<WordSection, string> & Pick<RuleContent, 'transform' | 'exceptions'>
export type RuleProblem = { section: string; message: string }
export type RuleTyping = Typing<RuleContent, TypedRule, RuleProblem>

export const ruleTypist: Typist<RuleContent, TypedRule, RuleProblem> = {
  typedOf: ({ statement, paraphrases, scope, transform, exceptions, note }) => ({
    statementEn: statement.en,
    statementZh: statement.zh,
    paraphrasesEn: asList(paraphrases.en),
    paraphrasesZh: asList(paraphrases.zh),
    scope: scope.labels.join('\n'),
    transform,
    exceptions,
    note,
  }),
  contentOf: (typed, base) => ({
    ...base,
    statement: { en: typed.statementEn.trim(), zh: typed.statementZh.trim() },
    paraphrases: { en: linesOf(typed.paraphrasesEn), zh: linesOf(typed.paraphrasesZh) },
    scope: { labels: labelsOf(typed.scope) },
    transform: typed.transform,
    exceptions: typed.exceptions,
    note: typed.note.trim(),
  }),
  problemsOf: (content) => {
    const read = ruleContentSchema.safeParse(content)
    return read.success
      ? []
      : read.error.issues.map(({ path, message }) => ({ section: sectionAt(path), message }))
  },
}

/** Labels as they are written, one a line. */
export function labelsOf(text: string): string[] {
  return [...new Set(text.split('\n').map((line) => line.trim()))].filter((line) => line !== '')
}

function sectionAt([part, language]: readonly PropertyKey[]): string {
  if (part !== 'statement' && part !== 'paraphrases') return String(part)
  return `${part}${language === 'zh' ? 'Zh' : 'En'}`
}
