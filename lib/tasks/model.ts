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

/** Languages of instruction phrases. A corpus may hold any language; phrases exist in these two. */
export const phraseLanguages = ['en', 'zh'] as const
export type PhraseLanguage = (typeof phraseLanguages)[number]
export const phraseLanguageSchema = z.enum(phraseLanguages)

/** Fields of a record item: a name with one value or several. One level of nesting at most. */
export const fieldValueSchema = z.union([z.string(), z.array(z.string())])
export const answerItemSchema = z.union([z.string(), z.record(z.string(), fieldValueSchema)])
export const answerGroupSchema = z.object({ label: z.string(), items: z.array(answerItemSchema) })

/** The common shape to which every task form lowers its gold: an ordered list of groups, label -> items. */
export const answerSchema = z.array(answerGroupSchema)
export type AnswerItem = z.infer<typeof answerItemSchema>
export type AnswerGroup = z.infer<typeof answerGroupSchema>
export type Answer = z.infer<typeof answerSchema>

/** Half-open and in Unicode code points: `[start, end)`. */
export type Offsets = { start: number; end: number }

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
