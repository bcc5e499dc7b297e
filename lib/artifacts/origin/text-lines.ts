import type { ClassSession } from '@/lib/artifacts/kinds/syllabus/content'
import type { SomeContent } from '@/lib/artifacts/model'

/** One text of a content by its place in it. */
export type TextLine = { field: string; line: number; text: string }

/** What a content says, line by line, in the order in which people read it: for comparing versions, and for advice on lines. */
export function textLines({ kind, content }: SomeContent): TextLine[] {
  switch (kind) {
    case 'guideline':
      return [
        ...one('definition', content.definition),
        ...list('includes', content.includes),
        ...list('excludes', content.excludes),
        ...list('typical', content.typical),
        ...list('questions', content.questions),
        ...list('positives', content.positives.map(exampleText)),
        ...list('negatives', content.negatives.map(exampleText)),
        ...list('paraphrases.en', content.paraphrases.en),
        ...list('paraphrases.zh', content.paraphrases.zh),
      ]
    case 'rule':
      return [
        ...one('statement.en', content.statement.en),
        ...one('statement.zh', content.statement.zh),
        ...list('paraphrases.en', content.paraphrases.en),
        ...list('paraphrases.zh', content.paraphrases.zh),
        ...list('scope.labels', content.scope.labels),
        ...one('transform', content.transform ? JSON.stringify(content.transform) : ''),
        ...one('note', content.note),
      ]
    case 'application':
      return list(
        'changed',
        content.changed.map(({ before, after, reason }) => [before, after, reason].join('\n')),
      ).concat(one('gold', JSON.stringify(content.gold)))
    case 'format':
      return [
        ...one('name', content.name),
        ...one('parameters', JSON.stringify(content.parameters)),
        ...list('ask.en', content.ask.en),
        ...list('ask.zh', content.ask.zh),
        ...list('askRecords.en', content.askRecords.en),
        ...list('askRecords.zh', content.askRecords.zh),
      ]
    case 'pair':
      return [...one('question', content.question), ...one('answer', content.answer)]
    case 'record':
      return [
        ...one('instruction', content.instruction),
        ...one('input', content.input),
        ...one('output', content.output),
      ]
    case 'node':
      return [
        ...one('name.en', content.name.en),
        ...one('name.zh', content.name.zh),
        ...one('note', content.note),
      ]
    case 'syllabus':
      return [
        ...one('introduction', content.introduction),
        ...list('aims', content.aims),
        ...list('sessions', content.sessions.map(sessionText)),
      ]
  }
}

const one = (field: string, text: string): TextLine[] => (text === '' ? [] : [{ field, line: 0, text }])
const list = (field: string, texts: readonly string[]): TextLine[] =>
  texts.map((text, line) => ({ field, line, text }))

const sessionText = ({ name, description, concepts }: ClassSession) =>
  [name, description, concepts.join('; ')].join('\n')

function exampleText({
  ordinal,
  start,
  end,
  note,
}: {
  ordinal: number
  start: number
  end: number
  note: string
}) {
  return `${ordinal}:${start}-${end} ${note}`.trim()
}
