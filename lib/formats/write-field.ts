import { escapeText } from '@/lib/formats/escape-text'
import type { FieldValue } from '@/lib/tasks/model'

/** What may stand between the values of a field. Each is one character, with the space that is usual around it. */
export const BETWEEN = { ';': '; ', '/': ' / ', '|': ' | ', '、': '、', '；': '；' } as const
export type Between = keyof typeof BETWEEN

/** A field within a line: the mark for nothing, its value, or its values with `between` between them. */
export function writeField(
  value: FieldValue,
  { nothing, between, specials }: { nothing: string; between: Between; specials: string },
): string {
  if (value === null) return nothing
  const values = typeof value === 'string' ? [value] : value
  return values.map((one) => escapeText(one, specials + between)).join(BETWEEN[between])
}
