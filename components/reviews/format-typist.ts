import { asList, linesOf } from '@/components/reviews/guideline-text'
import type { Typing, Typist } from '@/components/reviews/use-typing'
import { type FormatContent, formatContentSchema } from '@/lib/artifacts/kinds/format/content'

export const sentenceSections = ['askEn', 'askZh', 'askRecordsEn', 'askRecordsZh'] as const
export type SentenceSection = (typeof sentenceSections)[number]

/** A format while it is being typed: its sentences one a line. */
export type TypedFormat = Pick<FormatContent, 'name' | 'parameters' | 'taskForms'> &
  Record<SentenceSection, string>
export type FormatProblem = { section: string; message: string }
export type FormatTyping = Typing<FormatContent, TypedFormat, FormatProblem>

export const formatTypist: Typist<FormatContent, TypedFormat, FormatProblem> = {
  typedOf: ({ name, parameters, taskForms, ask, askRecords }) => ({
    name,
    parameters,
    taskForms,
    askEn: asList(ask.en),
    askZh: asList(ask.zh),
    askRecordsEn: asList(askRecords.en),
    askRecordsZh: asList(askRecords.zh),
  }),
  contentOf: (typed, base) => ({
    ...base,
    name: typed.name.trim(),
    parameters: typed.parameters,
    taskForms: typed.taskForms,
    ask: { en: linesOf(typed.askEn), zh: linesOf(typed.askZh) },
    askRecords: { en: linesOf(typed.askRecordsEn), zh: linesOf(typed.askRecordsZh) },
  }),
  problemsOf: (content) => {
    const read = formatContentSchema.safeParse(content)
    return read.success
      ? []
      : read.error.issues.map(({ path, message }) => ({ section: sectionAt(path), message }))
  },
}

function sectionAt([part, language]: readonly PropertyKey[]): string {
  if (part !== 'ask' && part !== 'askRecords') return String(part)
  return `${part}${language === 'zh' ? 'Zh' : 'En'}`
}
