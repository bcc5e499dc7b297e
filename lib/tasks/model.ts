import { z } from 'zod'

/** The eleven forms of language-understanding tasks (Hum, section on basic instruction synthesis). */
export const taskForms = [
  'ner',
  're',
  'spo',
  'ee',
  'eet',
  'eea',
  'kg',
  'openie',
  'mrc',
  'tc',
  'general',
] as const
export const taskFormSchema = z.enum(taskForms)
export type TaskForm = z.infer<typeof taskFormSchema>

/**
 * Where a gold has names: `label` is what its task form counts (spans, relations, events, classes); the others are the types of
 * entities, the types of relations, and the roles of event arguments.
 */
export const labelParts = ['label', 'entity', 'relation', 'role'] as const
export const labelPartSchema = z.enum(labelParts)
export type LabelPart = z.infer<typeof labelPartSchema>

/** Languages of instruction phrases. A corpus may hold any language; phrases exist in these two. */
export const phraseLanguages = ['en', 'zh'] as const
export type PhraseLanguage = (typeof phraseLanguages)[number]
export const phraseLanguageSchema = z.enum(phraseLanguages)

/** Is this language tag, with hyphens or underscores, of a Chinese language? Cantonese, Wu and literary Chinese among them. */
export function isChinese(language: string): boolean {
  return CHINESE.has(language.trim().split(/[-_]/)[0]!.toLowerCase())
}

/** Chinese by ISO 639: the macrolanguage, its names, and the members that corpora are tagged with. */
const CHINESE = new Set('zh zho chi cmn yue wuu nan hak gan hsn cdo cjy cpx czh czo mnp lzh'.split(' '))

/** Does the language put spaces between words? Without them a token is a character. */
export type Script = 'spaced' | 'unspaced'

export function scriptOf(language: string): Script {
  return isChinese(language) || /^(ja|th)([-_]|$)/i.test(language) ? 'unspaced' : 'spaced'
}

/** In which phrases a corpus of this language is spoken about: in Chinese when it is Chinese, else in English. */
export function phraseLanguageOf(language: string): PhraseLanguage {
  return isChinese(language) ? 'zh' : 'en'
}

/**
 * A field of a record item in its one canonical way of writing: `null` says that it was asked for and the gold has nothing (each
 * carrier has an explicit mark for that), a string is its one value, an array its values where there are two or more.
 */
export const fieldValueSchema = z.union([z.string(), z.array(z.string()).min(2), z.null()])
export type FieldValue = z.infer<typeof fieldValueSchema>
export const answerItemSchema = z.union([z.string(), z.record(z.string(), fieldValueSchema)])
export const answerGroupSchema = z.object({ label: z.string(), items: z.array(answerItemSchema) })

/** The common shape to which every task form lowers its gold: an ordered list of groups, label -> items. */
export const answerSchema = z.array(answerGroupSchema)
export type AnswerItem = z.infer<typeof answerItemSchema>
export type AnswerGroup = z.infer<typeof answerGroupSchema>
export type Answer = z.infer<typeof answerSchema>

/** Values of a field, brought to the canonical way of writing. */
export function fieldOf(values: readonly string[]): FieldValue {
  return values.length > 1 ? [...values] : (values[0] ?? null)
}

/**
 * The name of a field that a corpus named itself (a role, an attribute), beside one that every record has: where both would be
 * called the same, it gets an underscore. No two names become one.
 */
export function fieldBeside(fixed: string, name: string): string {
  return name.startsWith(fixed) && /^_*$/.test(name.slice(fixed.length)) ? `${name}_` : name
}

/**
 * One label that an instruction asks for. Without `fields` its items are strings; with them they are records of exactly these
 * fields in this order (the roles of an event type, the two ends of a relation).
 */
export const askedLabelSchema = z.object({ label: z.string(), fields: z.array(z.string()).default([]) })
export type AskedLabel = z.infer<typeof askedLabelSchema>

/** What one instruction asks for, in order. The answer has one group for each, in the same order, empty where nothing is found. */
export type AskedSchema = readonly AskedLabel[]

/** The labels with the fields that all of their records have, before their own. */
export function withFields(schema: AskedSchema, fixed: readonly string[]): AskedSchema {
  return schema.map(({ label, fields }) => ({ label, fields: [...new Set([...fixed, ...fields])] }))
}

/** Half-open and in Unicode code points: `[start, end)`. */
export const offsetsSchema = z.object({ start: z.number(), end: z.number() })
export type Offsets = z.infer<typeof offsetsSchema>

/**
 * Where the items of an answer stand in the text, group by group and item by item like the answer. An item of several fragments
 * has several; one that is no piece of the text (a class, a free answer, a record) has null.
 */
export type Places = readonly (readonly (readonly Offsets[] | null)[])[]

/** A gold brought to an answer about an asked schema, with the places of its items. */
export type Lowered = { answer: Answer; places: Places }

/** How many Unicode code points a string holds. Lone surrogates count as one each. */
export function codePointLength(text: string): number {
  let length = 0
  for (let unit = 0; unit < text.length; unit++) {
    length++
    if (isPairAt(text, unit)) unit++
  }
  return length
}

/** Does every code point take one UTF-16 unit? Then offsets of both kinds are the same numbers. */
export function isFlat(text: string): boolean {
  return !/[\ud800-\udbff][\udc00-\udfff]/.test(text)
}

/** Maps code-point offsets of one text to UTF-16 units; built once per text. Index = code point, value = unit. */
export function codePointUnits(text: string): Uint32Array {
  const units = new Uint32Array(codePointLength(text) + 1)
  let point = 0
  for (let unit = 0; unit < text.length; unit++) {
    units[point++] = unit
    if (isPairAt(text, unit)) unit++
  }
  units[point] = text.length
  return units
}

/** The slice `[start, end)` of a text, in code points. */
export function sliceCodePoints(text: string, start: number, end: number): string {
  if (isFlat(text)) return text.slice(start, end)
  const units = codePointUnits(text)
  return text.slice(units[start] ?? text.length, units[end] ?? text.length)
}

/** The code-point offset of a UTF-16 unit offset. */
export function unitToCodePoint(text: string, unit: number): number {
  return codePointLength(text.slice(0, unit))
}

function isPairAt(text: string, unit: number): boolean {
  const high = text.charCodeAt(unit)
  if (high < 0xd800 || high > 0xdbff) return false
  const low = text.charCodeAt(unit + 1)
  return low >= 0xdc00 && low <= 0xdfff
}

/** How an instruction shows the guideline of a label. */
export type GuidelinePhrases = {
  title: string
  definition: string
  includes: string
  excludes: string
  typical: string
  /** Slots: `{text}`, `{mention}`. */
  positive: string
  negative: string
  /** After an example, why it is one. Slot: `{note}`. */
  note: string
}

/** What instructions of a task form say, in paraphrases. A slot stands in braces; who composes fills it. */
export type TaskPhrases = {
  /** What the carriers call the groups and items of an answer. */
  nouns: { group: string; groups: string; items: string }
  /**
   * The task alone. Slots: `{labels}` for forms with labels; `{question}` for reading comprehension, where phrases with
   * `{options}` are for the questions that have options and no others.
   */
  basic: readonly string[]
  /** The task when guidelines follow, with the same slots. Empty for forms whose labels can have no guideline. */
  compound: readonly string[]
  /** How items are to be written down. */
  copying: readonly string[]
  /** What to do where nothing is found. Slot: `{empty}`, in the carrier's words. */
  absent: readonly string[]
  /** Between two names in a list, and around a quotation. */
  comma: string
  quote: readonly [string, string]
  /** For forms that have words of their own for guidelines. */
  guidelines?: GuidelinePhrases
  /** For forms that choose among labels: how many can be right. */
  choosing?: { one: readonly string[]; several: readonly string[] }
}

/** What a gold says about the question and not about the answer. `several`: may more than one of the labels be right? */
export type Posed = { question?: string; options?: readonly string[]; several?: boolean }

/** One side's words in a conversation. */
type Turn = { from: 'system' | 'user' | 'assistant' | 'tool'; text: string }

/** An answer that was given beside the one that is right. `language` decides what a token is. */
export type ScoredAnswer = { expected: Answer; given: Answer; language: PhraseLanguage }

/** Figures by name, 0 to 1, such as `microF1`. Those by label come under `byLabel`. A figure that is undefined is null. */
export type Scores = {
  overall: Record<string, number | null>
  byLabel: Record<string, Record<string, number | null>>
}

/**
 * A task form: how its gold looks, how it becomes an answer, how an instruction words it, how an answer to it is scored.
 * Several forms may read one gold (`storedAs`): triggers and arguments are views of events and copy nothing.
 */
export type TaskFormDefinition<Gold = unknown> = {
  form: TaskForm
  storedAs: TaskForm
  gold: z.ZodType<Gold>
  /** Sorted, exact duplicates dropped, only the known keys. The same gold always has the same canonical form. */
  canonical(gold: Gold): Gold
  /** The label of every labelled thing in the gold, repeats included: what a corpus counts and a schema is sampled from. */
  labelsIn(gold: Gold): string[]
  /** The fields that a gold shows for its labels (roles of an event type); none for forms whose items are strings. */
  fieldsIn(gold: Gold): ReadonlyMap<string, readonly string[]>
  /** What in the gold does not fit its text, in words for a report; empty when all is well. */
  faults(text: string, gold: Gold): string[]
  /**
   * The groups that an answer about these sampled labels has. Most forms answer label by label; classification, reading, open
   * tuples and general instructions have one group each, whatever the labels, which are then the classes to choose from.
   */
  groups(schema: AskedSchema): AskedSchema
  /** The answer about exactly these sampled labels: one item list for each of `groups`, absent fields null. */
  lower(text: string, gold: Gold, schema: AskedSchema): Lowered
  /** What an instruction has to tell besides the labels; nothing for most forms. */
  poses?(gold: Gold): Posed
  /** For gold that is an instruction with its response already: the conversation as it passes through. */
  turnsIn?(gold: Gold): readonly Turn[]
  phrases: Record<PhraseLanguage, TaskPhrases>
  score(answers: readonly ScoredAnswer[]): Scores
}
