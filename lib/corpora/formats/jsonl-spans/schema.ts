import { z } from 'zod'
import { nerSpanSchema } from '@/lib/tasks/ner/gold'

/** Nothing about such a file must be known before it is read. */
export const optionsSchema = z.object({})
export type Options = z.infer<typeof optionsSchema>

/** Where Prodigy (`spans`) and doccano (`entities`, `label`, `labels`) put the gold; the first that holds a list counts. */
export const goldKeys = ['spans', 'entities', 'label', 'labels'] as const

/** A line, its spans brought to one form. */
export const recordSchema = z.object({ text: z.string().min(1), spans: z.array(nerSpanSchema) })

/** A line that people put aside in Prodigy carries no gold. */
export const asideAnswers = ['reject', 'ignore'] as const

/** Keys with a meaning here or none for gold: they are not kept beside the instance. */
const dropped: ReadonlySet<string> = new Set([
  'text',
  'tokens',
  'relations',
  'answer',
  'options',
  'versions',
  'config',
  '__proto__',
])

const MAX_VALUE = 500
const MAX_META = 2_000

/** What else a line says and is small enough to keep: its id, its `meta`. Undefined when that is nothing. */
export function smallExtras(
  record: Record<string, unknown>,
  goldKey: string | undefined,
): Record<string, unknown> | undefined {
  let kept: Record<string, unknown> | undefined
  let size = 0
  for (const key in record) {
    if (key === goldKey || dropped.has(key) || key.startsWith('_')) continue
    const length = key.length + sizeOf(record[key])
    if (length > MAX_VALUE || size + length > MAX_META) continue
    size += length
    kept ??= {}
    kept[key] = record[key]
  }
  return kept
}

/** About as long as its JSON; endless once it is longer than `most`, so that size and depth cost no more than that. */
function sizeOf(value: unknown, most = MAX_VALUE): number {
  if (typeof value === 'string') return value.length
  if (typeof value !== 'object' || value === null) return value === undefined || value === null ? Infinity : 8
  let size = 2
  for (const key in value) {
    const inner = (value as Record<string, unknown>)[key]
    size += 1 + (Array.isArray(value) ? 0 : key.length + 3)
    if (size > most) return Infinity
    size += inner === null ? 4 : sizeOf(inner, most - size)
  }
  return size > most ? Infinity : size
}
