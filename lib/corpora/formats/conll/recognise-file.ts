import {
  isBlank,
  isDocumentStart,
  type Options,
  parseRow,
  parseTag,
  type Tag,
} from '@/lib/corpora/formats/conll/schema'
import type { FileSample, Recognition } from '@/lib/corpora/formats/model'

const SAMPLE_LINES = 400

/** As sure as many of its lines end with a tag. */
export function recogniseFile({ lines }: FileSample): Recognition<Options> | null {
  const written = lines.filter((line) => !isBlank(line) && !isDocumentStart(line)).slice(0, SAMPLE_LINES)
  const tagged = written.filter((line) => parseTag(parseRow(0, line).tag ?? '') !== null).length
  if (tagged * 2 < written.length || tagged === 0) return null
  return { certainty: tagged / written.length, taskForms: ['ner'], options: detectScheme(lines) }
}

/**
 * Tells the tag scheme from the beginning of a file. Marked ends mean BIOES. A B- that touches no span of its label is
 * never written in IOB1, so without any, spans that begin with I- mean IOB1. IOB2 is what remains.
 */
function detectScheme(lines: readonly string[]): Options {
  const seen = { marksEnds: false, plainFirst: false, insideBegins: false }
  let before: Tag = { part: 'outside' }
  for (const line of lines) {
    const tag = tagOf(line)
    if (tag.part === 'last' || tag.part === 'single') seen.marksEnds = true
    const touches = tag.part !== 'outside' && before.part !== 'outside' && before.label === tag.label
    if (tag.part === 'first' && !touches) seen.plainFirst = true
    if (tag.part === 'inside' && !touches) seen.insideBegins = true
    before = tag
  }
  if (seen.marksEnds) return { scheme: 'bioes' }
  return { scheme: seen.insideBegins && !seen.plainFirst ? 'iob1' : 'iob2' }
}

function tagOf(line: string): Tag {
  const outside: Tag = { part: 'outside' }
  if (isBlank(line) || isDocumentStart(line)) return outside
  return parseTag(parseRow(0, line).tag ?? '') ?? outside
}
