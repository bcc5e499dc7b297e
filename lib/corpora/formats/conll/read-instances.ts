import { mapInstance } from '@/lib/corpora/formats/conll/map-instance'
import {
  type Columns,
  isBlank,
  isDocumentStart,
  isRemark,
  type Options,
  parseRow,
  type Row,
} from '@/lib/corpora/formats/conll/schema'
import { faultIssue, type Line, readLines } from '@/lib/corpora/formats/read-lines'
import {
  excerptOf,
  type LineIssue,
  MAX_LINE_BYTES,
  type ReadFrom,
  type ReadInstances,
} from '@/lib/corpora/model'

/** More than any sentence has: the blank lines are missing. */
const MAX_TOKENS = 20_000
const MAX_LENGTH = MAX_LINE_BYTES

type Sentence = { rows: Row[]; faults: LineIssue[]; line: number; tokens: number; length: number }

/** Sentences, one after the other. A sentence ends with the blank line after it, a `-DOCSTART-` line, or the file. */
export async function* readInstances(
  chunks: AsyncIterable<Uint8Array>,
  from: ReadFrom,
  options: Options,
): AsyncGenerator<ReadInstances> {
  let sentence: Sentence | null = null
  let last: Pick<Line, 'number' | 'byteEnd'> = { number: from.line - 1, byteEnd: from.byte }
  for await (const lines of readLines(chunks, from))
    for (const line of lines) {
      if (line.text !== null && (isBlank(line.text) || isDocumentStart(line.text))) {
        if (sentence) yield readSentence(sentence, line, options)
        sentence = null
      } else sentence = addLine(sentence, line, options)
      last = line
    }
  if (sentence) yield readSentence(sentence, last, options)
}

function addLine(sentence: Sentence | null, line: Line, columns: Columns): Sentence | null {
  const grown = sentence ?? { rows: [], faults: [], line: line.number, tokens: 0, length: 0 }
  if (line.text === null) {
    grown.faults.push(faultIssue(line))
    return grown
  }
  const row = parseRow(line.number, line.text, columns)
  if (isRemark(line.text, row, sentence === null)) return null
  grown.tokens++
  grown.length += line.text.length
  if (!isTooLong(grown)) grown.rows.push(row)
  return grown
}

function isTooLong({ tokens, length }: Sentence): boolean {
  return tokens > MAX_TOKENS || length > MAX_LENGTH
}

function readSentence(
  sentence: Sentence,
  end: Pick<Line, 'number' | 'byteEnd'>,
  { scheme }: Options,
): ReadInstances {
  const { rows, faults, line, tokens } = sentence
  const place = { line, lineEnd: end.number, byteEnd: end.byteEnd }
  if (isTooLong(sentence)) {
    const message = `Here begin ${tokens} lines without a blank line between; a sentence has at most ${MAX_TOKENS} tokens. All were refused.`
    const excerpt = excerptOf(rows[0]?.token ?? '')
    return {
      ...place,
      instances: [],
      issues: [
        {
          line,
          severity: 'error',
          code: 'sentence-too-long',
          message,
          excerpt,
          params: { tokens, limit: MAX_TOKENS },
        },
      ],
    }
  }
  if (faults.length > 0) return { ...place, instances: [], issues: faults }
  return { ...place, ...mapInstance(rows, scheme) }
}
