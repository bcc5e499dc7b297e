import type { Typing, Typist } from '@/components/reviews/use-typing'
import {
  type Example,
  type GuidelineContent,
  guidelineContentSchema,
} from '@/lib/artifacts/kinds/guideline/content'

export const textSections = [
  'definition',
  'includes',
  'excludes',
  'questions',
  'typical',
  'paraphrasesEn',
  'paraphrasesZh',
] as const
export const exampleSections = ['positives', 'negatives'] as const
/** Sections with an entry a line that evidence may stand behind. */
export const lineSections = ['includes', 'excludes', 'questions'] as const
/** Further wordings of the definition, an entry a line, by language. */
export const paraphraseSections = ['paraphrasesEn', 'paraphrasesZh'] as const
export type TextSection = (typeof textSections)[number]
export type ExampleSection = (typeof exampleSections)[number]
export type Section = TextSection | ExampleSection

/** Mentions stand in one paragraph, as they are read. Names with a dot inside have no spaces around it. */
const MENTION_BREAK = ' · '
export const ENTRY_MARK = '· '

/** A guideline while it is being typed: each section one text, a line an entry; typical mentions with dots between. */
export type TypedGuideline = Record<TextSection, string> & Record<ExampleSection, Example[]>

/** Where the eye was when editing began: a section, and its line. */
export type Eye = { section: Section; index: number }

export type TypingProblem = {
  section: Section
  kind: 'empty' | 'too-long' | 'line-too-long' | 'too-many'
}

export function typedOf(content: GuidelineContent): TypedGuideline {
  const { definition, includes, excludes, questions, typical, positives, negatives, paraphrases } = content
  return {
    definition,
    includes: asList(includes),
    excludes: asList(excludes),
    questions: asList(questions),
    typical: typical.join(MENTION_BREAK),
    paraphrasesEn: asList(paraphrases.en),
    paraphrasesZh: asList(paraphrases.zh),
    positives,
    negatives,
  }
}

/** What the typed text says, as content; `base` gives what cannot be typed. */
export function contentOf(typed: TypedGuideline, base: GuidelineContent): GuidelineContent {
  return {
    ...base,
    definition: typed.definition.trim(),
    includes: linesOf(typed.includes),
    excludes: linesOf(typed.excludes),
    questions: linesOf(typed.questions),
    typical: linesOf(typed.typical.replaceAll(MENTION_BREAK, '\n')),
    positives: typed.positives,
    negatives: typed.negatives,
    paraphrases: { en: linesOf(typed.paraphrasesEn), zh: linesOf(typed.paraphrasesZh) },
  }
}

/** A dot before each entry, so that a long one is not taken for two. */
export function asList(entries: readonly string[]): string {
  return entries.map((entry) => `${ENTRY_MARK}${entry}`).join('\n')
}

/** A pasted list keeps its lines and loses its bullets. */
export function linesOf(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.replace(/^\s*[-*•·–]\s+/, '').trim())
    .filter((line) => line !== '')
}

export function problemsOf(content: GuidelineContent): TypingProblem[] {
  const result = guidelineContentSchema.safeParse(content)
  if (result.success) return []
  return result.error.issues.map(({ path, code }) => {
    const section = sectionAt(path)
    if (code === 'too_small') return { section, kind: 'empty' }
    if (typeof path.at(-1) === 'number') return { section, kind: 'line-too-long' }
    return { section, kind: section === 'definition' ? 'too-long' : 'too-many' }
  })
}

function sectionAt(path: readonly PropertyKey[]): Section {
  if (path[0] !== 'paraphrases') return path[0] as Section
  return path[1] === 'zh' ? 'paraphrasesZh' : 'paraphrasesEn'
}

export function sameContent(a: GuidelineContent, b: GuidelineContent): boolean {
  return JSON.stringify(typedOf(a)) === JSON.stringify(typedOf(b))
}

export const guidelineTypist: Typist<GuidelineContent, TypedGuideline, TypingProblem> = {
  typedOf,
  contentOf,
  problemsOf,
}
export type GuidelineTyping = Typing<GuidelineContent, TypedGuideline, TypingProblem>
