import { z } from 'zod'
import { tagSchemeSchema } from '@/lib/corpora/formats/conll/schema'
import { isObject, recordShapeSchema } from '@/lib/corpora/formats/model'

/**
 * Where the rows are; what the tags or classes are called that are written as numbers, in the order of the numbers; how tags mark
 * spans; whether a text can have several classes.
 */
export const optionsSchema = recordShapeSchema.extend({
  names: z.array(z.string()).optional(),
  scheme: tagSchemeSchema.default('iob2'),
  multi: z.boolean().default(false),
})
export type Options = z.infer<typeof optionsSchema>

const tokenKeys = ['tokens', 'words']
const tagKeys = ['ner_tags', 'tags', 'ner', 'labels']
const textKeys = ['text', 'sentence', 'content']
const classKeys = ['label_text', 'label', 'labels']

/** Rows lie as they are, or with their number around them. */
export function rowOf(value: unknown): unknown {
  return isObject(value) && isObject(value.row) && 'row_idx' in value ? value.row : value
}

export type Tagged = { tokens: unknown[]; tags: unknown[]; key: string }

/** Tokens and a tag for each, and where the tags stand. */
export function taggedIn(row: Record<string, unknown>): Tagged | null {
  const tokens = tokenKeys.map((key) => row[key]).find(Array.isArray)
  const key = tagKeys.find((one) => Array.isArray(row[one]))
  return tokens && key ? { tokens, tags: row[key] as unknown[], key } : null
}

/** A text with one class or a list of them, and where they stand. */
export function classedIn(
  row: Record<string, unknown>,
): { text: string; classes: unknown[]; key: string } | null {
  const text = textKeys.map((key) => row[key]).find((value) => typeof value === 'string')
  const key = classKeys.find((one) => row[one] !== undefined && row[one] !== null)
  return text === undefined || !key ? null : { text, classes: [row[key]].flat(), key }
}

/** The names that a description of columns (a `features`) gives to the numbers of a column. */
export function namesOf(features: unknown, key: string): string[] | undefined {
  const column = Array.isArray(features)
    ? features.find((one) => isObject(one) && one.name === key)
    : isObject(features) && features[key]
  return namesWithin(column, 4)
}

function namesWithin(value: unknown, depth: number): string[] | undefined {
  if (depth === 0) return undefined
  if (Array.isArray(value)) return namesWithin(value[0], depth - 1)
  if (!isObject(value)) return undefined
  const names = z
    .array(z.string())
    .safeParse(isObject(value.names) ? Object.values(value.names) : value.names)
  if (names.success) return names.data
  return namesWithin(value.type, depth - 1) ?? namesWithin(value.feature ?? value.list, depth - 1)
}
