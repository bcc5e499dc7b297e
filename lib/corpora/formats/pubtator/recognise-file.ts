import type { FileSample, Recognition } from '@/lib/corpora/formats/model'
import { type Options, parseMention, parseRelation, parseText } from '@/lib/corpora/formats/pubtator/schema'

const SAMPLE_LINES = 400

/** As sure as many of its lines are titles, abstracts, mentions or relations, if it begins with a title. */
export function recogniseFile({ lines }: FileSample): Recognition<Options> | null {
  const written = lines.filter((line) => line.trim() !== '').slice(0, SAMPLE_LINES)
  if (parseText(written[0] ?? '')?.part !== 't') return null
  const relations = written.filter((line) => isRelation(line)).length
  const fitting = written.filter((line) => parseText(line) ?? parseMention(0, line)).length + relations
  return {
    certainty: fitting / written.length,
    taskForms: relations > 0 ? ['re', 'ner'] : ['ner'],
    options: {},
  }
}

function isRelation(line: string): boolean {
  return !parseText(line) && !parseMention(0, line) && parseRelation(0, line) !== null
}
