import type { Draw } from '@/lib/synthesis/make-draw'
import type { PreparedExample, PreparedGuideline } from '@/lib/synthesis/model'
import { writeLabel } from '@/lib/synthesis/write-phrase'
import type { PhraseLanguage } from '@/lib/tasks/model'
import { type NerPhrases, nerPhrases } from '@/lib/tasks/ner/phrases'

const POSITIVES = 2
const NEGATIVES = 1

/** The record that a guideline is written for: what it must not give away. Mentions are in lower case. */
export type Guarded = { text: string; mentions: ReadonlySet<string> }

type Prose = Pick<PreparedGuideline, 'label' | 'definition' | 'includes' | 'excludes' | 'typical'>

/**
 * A guideline as the record's instruction shows it, without anything that comes from the record itself: no example from the
 * same text, no typical mention that is an answer here (in whatever case), no line that holds the whole text. A label whose
 * definition holds it is not asked for in the first place (`drawQuestion`).
 */
export function writeGuideline(
  guideline: PreparedGuideline,
  { draw, guarded, language, name }: { draw: Draw; guarded: Guarded; language: PhraseLanguage; name: string },
): string {
  const positives = chooseExamples(draw, guideline.positives, { count: POSITIVES, guarded })
  const negatives = chooseExamples(draw, guideline.negatives, { count: NEGATIVES, guarded })
  const prose = givesAway(guideline, guarded, language)
    ? writeGuarded(guideline, guarded, language)
    : guideline.prose[language]
  let text = name === guideline.label ? prose : withHeading(prose, name)
  for (const { line } of positives) text += `\n${line[language]}`
  for (const { line } of negatives) text += `\n${line[language]}`
  return text
}

/** All that a guideline says but its examples; made once, as most records may see all of it. */
export function writeProse(guideline: Prose, language: PhraseLanguage): string {
  const phrases = nerPhrases[language]
  const words = phrases.guidelines
  const { includes, excludes, typical } = guideline
  return [
    headingOf(guideline.label),
    `${words.definition}${guideline.definition}`,
    ...bullets(words.includes, includes),
    ...bullets(words.excludes, excludes),
    ...(typical.length ? [`${words.typical}${quoted(typical, phrases)}`] : []),
  ].join('\n')
}

/** The heading is the first line, and a label there has no line end: it would be quoted. */
function withHeading(prose: string, name: string): string {
  return `${headingOf(name)}${prose.slice(prose.indexOf('\n'))}`
}

function headingOf(name: string): string {
  return `## ${writeLabel(name)}`
}

function givesAway(guideline: PreparedGuideline, guarded: Guarded, language: PhraseLanguage): boolean {
  return (
    guideline.prose[language].includes(guarded.text) ||
    guideline.typical.some((one) => guarded.mentions.has(one.toLowerCase()))
  )
}

function writeGuarded(
  guideline: PreparedGuideline,
  { text, mentions }: Guarded,
  language: PhraseLanguage,
): string {
  const isOwn = (line: string) => !line.includes(text)
  const includes = guideline.includes.filter(isOwn)
  const excludes = guideline.excludes.filter(isOwn)
  const typical = guideline.typical.filter((one) => isOwn(one) && !mentions.has(one.toLowerCase()))
  const { label, definition } = guideline
  return writeProse({ label, definition, includes, excludes, typical }, language)
}

function bullets(title: string, lines: readonly string[]): string[] {
  return lines.length ? [title, ...lines.map((line) => `- ${line}`)] : []
}

function quoted(words: readonly string[], { quote, comma }: NerPhrases): string {
  return words.map((word) => `${quote[0]}${word}${quote[1]}`).join(comma)
}

function chooseExamples(
  draw: Draw,
  examples: readonly PreparedExample[],
  { count, guarded }: { count: number; guarded: Guarded },
): PreparedExample[] {
  const others = examples.filter(({ text }) => !text.includes(guarded.text) && !guarded.text.includes(text))
  return draw.take(others, count)
}
