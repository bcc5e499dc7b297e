import { mapInstance } from '@/lib/corpora/formats/carb/map-instance'
import { parseRow, type Row } from '@/lib/corpora/formats/carb/schema'
import { faultIssue, type Line, readLines } from '@/lib/corpora/formats/read-lines'
import { excerptOf, type LineIssue, type ReadFrom, type ReadInstances } from '@/lib/corpora/model'

/** A sentence with more statements than this is read as several. */
const MAX_ROWS = 1_000

type Sentence = { text: string | null; rows: Row[]; faults: LineIssue[]; line: number; last: Line }

/** One instance for all rows in a row that have the same sentence. */
export async function* readInstances(
  chunks: AsyncIterable<Uint8Array>,
  from: ReadFrom,
): AsyncGenerator<ReadInstances> {
  let sentence: Sentence | null = null
  for await (const lines of readLines(chunks, from))
    for (const line of lines) {
      if (line.text?.trim() === '') continue
      if (sentence && !goesOn(sentence, line)) {
        yield readSentence(sentence)
        sentence = null
      }
      sentence = addLine(sentence ?? newSentence(line), line)
    }
  if (sentence) yield readSentence(sentence)
}

function newSentence(line: Line): Sentence {
  return { text: sentenceOf(line), rows: [], faults: [], line: line.number, last: line }
}

function sentenceOf({ text }: Line): string | null {
  return text === null ? null : text.split('\t', 1)[0]!.trim()
}

function goesOn({ text, rows }: Sentence, line: Line): boolean {
  return text !== null && text === sentenceOf(line) && rows.length < MAX_ROWS
}

function addLine(sentence: Sentence, line: Line): Sentence {
  sentence.last = line
  if (line.text === null) sentence.faults.push(faultIssue(line))
  else {
    const row = parseRow(line.number, line.text)
    if (typeof row !== 'string') sentence.rows.push(row)
    else sentence.faults.push(rowFault(line.number, line.text, row))
  }
  return sentence
}

function rowFault(line: number, text: string, code: 'row-too-short' | 'row-too-long'): LineIssue {
  const what =
    code === 'row-too-short'
      ? 'A row needs a sentence, a predicate and an argument, with tabs between.'
      : 'A row has at most seven parts after its sentence.'
  const message = `${what} All rows of this sentence were refused.`
  return { line, severity: 'error', code, message, excerpt: excerptOf(text) }
}

function readSentence({ rows, faults, line, last }: Sentence): ReadInstances {
  return { line, lineEnd: last.number, byteEnd: last.byteEnd, ...mapInstance(rows, faults) }
}
