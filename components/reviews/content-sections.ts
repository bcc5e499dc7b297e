import type { Example } from '@/lib/artifacts/kinds/guideline/content'
import type { Content, SomeContent } from '@/lib/artifacts/model'
import { type PhraseLanguage, phraseLanguageOf } from '@/lib/tasks/model'

/** The parts that a content of any kind is read, compared and copied in. */
export const contentSections = [
  'definition',
  'includes',
  'excludes',
  'questions',
  'typical',
  'positives',
  'negatives',
  'paraphrasesEn',
  'paraphrasesZh',
  'name',
  'nameZh',
  'statementEn',
  'statementZh',
  'scope',
  'parameters',
  'taskForms',
  'askEn',
  'askZh',
  'askRecordsEn',
  'askRecordsZh',
  'exceptions',
  'changed',
  'gold',
  'note',
  'introduction',
  'aims',
  'sessions',
  'question',
  'answer',
  'instruction',
  'input',
  'output',
] as const
export type ContentSection = (typeof contentSections)[number]
export type SectionText = { section: ContentSection; language: PhraseLanguage; lines: string[] }

/** A content as texts to read, part by part; empty parts too. */
export function sectionsOf(of: SomeContent): SectionText[] {
  switch (of.kind) {
    case 'guideline':
      return guidelineSections(of.content)
    case 'rule':
      return ruleSections(of.content)
    case 'application':
      return applicationSections(of.content)
    case 'format':
      return formatSections(of.content)
    case 'pair':
      return pairSections(of.content)
    case 'record':
      return recordSections(of.content)
    case 'node':
      return nodeSections(of.content)
    case 'syllabus':
      return syllabusSections(of.content)
  }
}

/** A version's kind and content, as functions of both take them. */
export function someContent(kind: SomeContent['kind'], content: Content): SomeContent {
  return { kind, content } as SomeContent
}

type Of<Kind extends SomeContent['kind']> = Extract<SomeContent, { kind: Kind }>['content']

const section = (
  name: ContentSection,
  lines: string | readonly string[],
  language: PhraseLanguage = 'en',
): SectionText => ({
  section: name,
  language,
  lines: typeof lines === 'string' ? (lines ? [lines] : []) : [...lines],
})

function guidelineSections(content: Of<'guideline'>): SectionText[] {
  const language = phraseLanguageOf(content.language)
  const { paraphrases } = content
  return [
    section('definition', content.definition, language),
    section('includes', content.includes, language),
    section('excludes', content.excludes, language),
    section('questions', content.questions, language),
    section('typical', content.typical, language),
    section('positives', content.positives.map(exampleLine), language),
    section('negatives', content.negatives.map(exampleLine), language),
    section('paraphrasesEn', paraphrases.en),
    section('paraphrasesZh', paraphrases.zh, 'zh'),
  ]
}

/** An example by its reference, as what refers to no text of its own is compared. */
export function exampleLine({ ordinal, start, end, note }: Example): string {
  return `#${ordinal} ${start}–${end}${note && ` · ${note}`}`
}

function ruleSections(content: Of<'rule'>): SectionText[] {
  const { statement, paraphrases, scope, transform, exceptions } = content
  return [
    section('statementEn', statement.en),
    section('statementZh', statement.zh, 'zh'),
    section('scope', scope.labels),
    section('parameters', transform ? [transform.name, ...linesOfParameters(transform.parameters)] : []),
    section('paraphrasesEn', paraphrases.en),
    section('paraphrasesZh', paraphrases.zh, 'zh'),
    section(
      'exceptions',
      exceptions.map(({ ordinal, reason }) => `#${ordinal} ${reason}`),
    ),
    section('note', content.note),
  ]
}

function applicationSections({ changed, gold }: Of<'application'>): SectionText[] {
  return [
    section(
      'changed',
      changed.map(({ before, after, reason }) => `${before} → ${after}${reason && ` (${reason})`}`),
    ),
    section('gold', JSON.stringify(gold, null, 1).split('\n')),
  ]
}

function formatSections(content: Of<'format'>): SectionText[] {
  const { ask, askRecords } = content
  return [
    section('name', content.name),
    section('parameters', linesOfParameters(content.parameters)),
    section('taskForms', content.taskForms),
    section('askEn', ask.en),
    section('askZh', ask.zh, 'zh'),
    section('askRecordsEn', askRecords.en),
    section('askRecordsZh', askRecords.zh, 'zh'),
  ]
}

function recordSections({ instruction, input, output, provenance }: Of<'record'>): SectionText[] {
  return [
    section('instruction', instruction, provenance.language),
    section('input', input),
    section('output', output),
  ]
}

function pairSections({ question, answer, language }: Of<'pair'>): SectionText[] {
  return [section('question', question, language), section('answer', answer, language)]
}

function nodeSections({ name, note }: Of<'node'>): SectionText[] {
  return [section('name', name.en), section('nameZh', name.zh, 'zh'), section('note', note)]
}

function syllabusSections({ language, introduction, aims, sessions }: Of<'syllabus'>): SectionText[] {
  const lines = sessions.flatMap(({ name, description, concepts }) => [
    name,
    description,
    concepts.join('; '),
  ])
  return [
    section('introduction', introduction, language),
    section('aims', aims, language),
    section('sessions', lines, language),
  ]
}

/** Parameters one a line, as `name: value`. */
export function linesOfParameters(parameters: Readonly<Record<string, unknown>>): string[] {
  return Object.entries(parameters).map(([name, value]) => `${name}: ${shown(value)}`)
}

function shown(value: unknown): string {
  if (typeof value === 'string') return value
  return Array.isArray(value) && value.every((one) => typeof one === 'string')
    ? value.join(', ')
    : JSON.stringify(value)
}
