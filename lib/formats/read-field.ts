import { type Piece, scanText } from '@/lib/formats/scan-text'
import { unescapeText } from '@/lib/formats/unescape-text'
import type { Between } from '@/lib/formats/write-field'
import { type FieldValue, fieldOf } from '@/lib/tasks/model'

/** What `writeField` wrote, at its place in the output. */
export function readField(
  { raw, at }: Piece,
  { nothing, between }: { nothing: string; between: Between },
): FieldValue {
  if (raw.trim() === nothing) return null
  const scanner = scanText(raw)
  const values: string[] = []
  do {
    const piece = scanner.until(between)
    values.push(unescapeText(piece.raw, at + piece.at))
  } while (scanner.takes(between))
  return fieldOf(values)
}
