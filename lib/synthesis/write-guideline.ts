import type { Draw } from '@/lib/synthesis/make-draw'
import type { PreparedExample, PreparedGuideline } from '@/lib/synthesis/model'
import { writeLabel } from '@/lib/synthesis/write-phrase'
import type { PhraseLanguage } from '@/lib/tasks/model'
import type { NerPhrases } from '@/lib/tasks/ner/phrases'

const POSITIVES = 2
const NEGATIVES = 1

/** The record that a guideline is written for: what it must not give away. */
export type Guarded = { text: string; mentions: ReadonlySet<string> }

/**
 * A guideline as the record's instruction shows it, without anything that comes from the record itself: no example from the
 * same text, no typical mention that is an answer here (in whatever case), no line that holds the whole text. Null when its
 * definition does: the label is then only named.
 */
export function writeGuideline(
  guideline: PreparedGuideline,
  { draw, guarded, language, phrases }: WritingFor,
): string | null {
  const leaks = (line: string) => line.includes(guarded.text)
  if (leaks(guideline.definition)) return null
  const words = phrases.guidelines
  const typical = guideline.typical.filter((one) => !guarded.mentions.has(one.toLowerCase()) && !leaks(one))
  const positives = chooseExamples(draw, guideline.positives, POSITIVES, guarded)
  const negatives = chooseExamples(draw, guideline.negatives, NEGATIVES, guarded)
  return [
    `## ${writeLabel(guideline.label)}`,
    `${words.definition}${guideline.definition}`,
    ...bullets(words.includes, guideline.includes, leaks),
    ...bullets(words.excludes, guideline.excludes, leaks),
    ...(typical.length ? [`${words.typical}${quoted(typical, phrases)}`] : []),
    ...[...positives, ...negatives].map((example) => example.line[language]),
  ].join('\n')
}

type WritingFor = { draw: Draw; guarded: Guarded; language: PhraseLanguage; phrases: NerPhrases }

function bullets(title: string, lines: string[], leaks: (line: string) => boolean): string[] {
  const kept = lines.filter((line) => !leaks(line))
  return kept.length ? [title, ...kept.map((line) => `- ${line}`)] : []
}

function quoted(words: string[], { quote, comma }: NerPhrases): string {
  return words.map((word) => `${quote[0]}${word}${quote[1]}`).join(comma)
}

function chooseExamples(
  draw: Draw,
  examples: PreparedExample[],
  count: number,
  guarded: Guarded,
): PreparedExample[] {
  return draw.take(
    examples.filter(({ text }) => !text.includes(guarded.text) && !guarded.text.includes(text)),
    count,
  )
}
