import { type Options, parseRow } from '@/lib/corpora/formats/carb/schema'
import type { FileSample, Recognition } from '@/lib/corpora/formats/model'

const SAMPLE_LINES = 400

/** As sure as many of its rows have a first argument whose words stand in their sentence. */
export function recogniseFile({ lines }: FileSample): Recognition<Options> | null {
  const written = lines.filter((line) => line.trim() !== '').slice(0, SAMPLE_LINES)
  const rows = written.map((line, i) => parseRow(i, line))
  const fitting = rows.filter(
    (row) =>
      typeof row !== 'string' &&
      row.sentence !== row.predicate &&
      saysWords(row.sentence, row.predicate) &&
      saysWords(row.sentence, row.arguments[0]!),
  )
  const share = fitting.length / Math.max(written.length, 1)
  return share < 0.5 ? null : { certainty: share, taskForms: ['openie'], options: {} }
}

/** Do half of these words at least stand in the sentence? Predicates are often words put together. */
function saysWords(sentence: string, part: string): boolean {
  const own = part.toLowerCase().split(/\s+/)
  const said = sentence.toLowerCase()
  return part !== '' && own.filter((word) => said.includes(word)).length * 2 >= own.length
}
