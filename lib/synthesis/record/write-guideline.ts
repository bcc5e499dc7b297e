import { givesAway } from '@/lib/synthesis/gates/check-leakage'
import type { Draw } from '@/lib/synthesis/make-draw'
import type { PreparedExample, PreparedGuideline, PreparedRecipe } from '@/lib/synthesis/prepared/model'
import { guidelineWords } from '@/lib/synthesis/record/guideline-words'
import type { ShownGuideline } from '@/lib/synthesis/record/model'
import { writeLabel } from '@/lib/synthesis/record/write-phrase'
import type { PhraseLanguage, TaskPhrases } from '@/lib/tasks/model'

/** The record that a guideline is written for: what it must not give away. Answers are in lower case. */
export type Guarded = { text: string; answers: ReadonlySet<string> }

export type GuidelineWriting = {
  draw: Draw
  guarded: Guarded
  language: PhraseLanguage
  phrases: TaskPhrases
  options: PreparedRecipe['guidelineOptions']
  /** What the instruction calls the label. */
  name: string
}

/**
 * A guideline as the record's instruction shows it, without anything that comes from the record itself: no example from the
 * same text, no typical mention that is an answer here (in whatever case) or has one at either end, no line that holds the whole text. A label all of
 * whose definitions hold it is not asked for in the first place (`drawQuestion`).
 */
export function writeGuideline(guideline: PreparedGuideline, writing: GuidelineWriting): ShownGuideline {
  const { draw, language, options } = writing
  const definitions = guideline.definitions[language]
  const definition = options.paraphrase ? draw.of('paraphrase').pick(definitions) : definitions[0]!
  const typical = chooseTypical(guideline, writing)
  const lines = [
    ...describe({ ...guideline, definition, typical }, guideline, writing),
    ...chooseExamples(draw.of('positives'), guideline.positives, writing),
    ...chooseExamples(draw.of('negatives'), guideline.negatives, {
      ...writing,
      options: { ...options, examples: Math.ceil(options.examples / 2) },
    }),
  ]
  return showGuideline({ guideline, heading: `## ${writeLabel(writing.name)}`, lines, typical })
}

export function showGuideline(of: Omit<ShownGuideline, 'text'>): ShownGuideline {
  return { ...of, text: [of.heading, ...of.lines].join('\n') }
}

/** Typical mentions in their own order, a sample where there are many. */
function chooseTypical(
  { typical }: PreparedGuideline,
  { draw, guarded, options }: GuidelineWriting,
): string[] {
  const others = typical.filter((one) => !one.includes(guarded.text) && !givesAway(one, guarded.answers))
  if (others.length <= options.typicalMax) return others
  const chosen = new Set(draw.of('typical').take(others, options.typicalMax))
  return others.filter((one) => chosen.has(one))
}

type Described = Pick<PreparedGuideline, 'includes' | 'excludes' | 'typical'> & { definition: string }

/** By guideline, words around it and definition: the same in many records. */
const described = new WeakMap<PreparedGuideline, Map<TaskPhrases, Map<string, readonly string[]>>>()

/** All but the examples, written once where nothing of it has to be held back. */
function describe(of: Described, guideline: PreparedGuideline, writing: GuidelineWriting): readonly string[] {
  const isOwn = (line: string) => isNoCopy(line, writing.guarded)
  const isWhole = of.typical.length === guideline.typical.length
  if (!isWhole || !of.includes.every(isOwn) || !of.excludes.every(isOwn)) return writeDescription(of, writing)
  const byPhrases = described.get(guideline) ?? new Map<TaskPhrases, Map<string, readonly string[]>>()
  described.set(guideline, byPhrases)
  const byDefinition = byPhrases.get(writing.phrases) ?? new Map<string, readonly string[]>()
  byPhrases.set(writing.phrases, byDefinition)
  const lines = byDefinition.get(of.definition) ?? writeDescription(of, writing)
  byDefinition.set(of.definition, lines)
  return lines
}

function writeDescription(of: Described, { guarded, phrases, language }: GuidelineWriting): string[] {
  const words = guidelineWords(phrases, language)
  const isOwn = (line: string) => isNoCopy(line, guarded)
  return [
    `${words.definition}${of.definition}`,
    ...bullets(words.includes, of.includes.filter(isOwn)),
    ...bullets(words.excludes, of.excludes.filter(isOwn)),
    ...(of.typical.length ? [`${words.typical}${quoted(of.typical, phrases)}`] : []),
  ]
}

/** A line that holds the record's whole text gives it away. */
const isNoCopy = (line: string, { text }: Guarded) => line.length < text.length || !line.includes(text)

function bullets(title: string, lines: readonly string[]): string[] {
  return lines.length ? [title, ...lines.map((line) => `- ${line}`)] : []
}

function quoted(words: readonly string[], { quote, comma }: TaskPhrases): string {
  return words.map((word) => `${quote[0]}${word}${quote[1]}`).join(comma)
}

function chooseExamples(
  draw: Draw,
  examples: readonly PreparedExample[],
  { guarded, options, language }: GuidelineWriting,
): string[] {
  if (!examples.length || !options.examples) return []
  const others = examples.filter(({ text }) => !text.includes(guarded.text) && !guarded.text.includes(text))
  return draw.take(others, options.examples).map(({ line }) => line[language])
}
