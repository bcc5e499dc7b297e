import { recogniseFile as recogniseTags } from '@/lib/corpora/formats/conll/recognise-file'
import { classedIn, namesOf, type Options, rowOf, taggedIn } from '@/lib/corpora/formats/hf-json/schema'
import { type FileSample, isObject, type Recognition } from '@/lib/corpora/formats/model'
import { rateRecords } from '@/lib/corpora/formats/rate-records'
import { sampleRecords } from '@/lib/corpora/formats/sample-records'

type Row = Record<string, unknown>

/** As sure as many of its records have tokens with tags, or a text with a class of a plain value. */
export function recogniseFile(sample: FileSample): Recognition<Options> | null {
  const rated = rateRecords(sample, isRow, [
    {},
    { layout: 'document', path: 'rows.*' },
    { layout: 'document', path: 'data.*' },
  ])
  if (!rated) return null
  const rows = rated.records.map(({ value }) => rowOf(value)).filter(isObject)
  const tagged = rows.map(taggedIn).filter((one) => one !== null)
  const classed = rows
    .filter(hasClass)
    .map(classedIn)
    .filter((one) => one !== null)
  const isTagged = tagged.length >= classed.length
  const key = (isTagged ? tagged : classed)[0]!.key
  const names = namesOf(
    sampleRecords(sample, { layout: 'document', path: 'features' })?.records[0]?.value,
    key,
  )
  const multi = classed.some(({ classes }) => classes.length !== 1)
  const scheme = schemeOf(sample, tagged, names)
  return {
    certainty: 0.85 * rated.share,
    taskForms: isTagged ? ['ner'] : ['tc'],
    options: { ...rated.shape, ...(names ? { names } : {}), scheme, multi },
  }
}

function isRow(record: Row): boolean {
  const row = rowOf(record)
  return isObject(row) && ((taggedIn(row) !== null && !('text' in row)) || hasClass(row))
}

/** Lists of names and of spans are other tools' way; here a list of classes is a list of numbers. */
function hasClass(row: Row): boolean {
  const classes = classedIn(row)
  if (!classes || 'spans' in row || 'answer' in row || 'cats' in row) return false
  const isPlain = ({ label, labels, label_text }: Row) =>
    [label_text, label, labels].some((one) => typeof one === 'string' || typeof one === 'number')
  return (
    isPlain(row) ||
    (Array.isArray(row.labels ?? row.label) && classes.classes.some((one) => typeof one === 'number'))
  )
}

/** Told from the tags as from the last column of CoNLL. */
function schemeOf(
  sample: FileSample,
  tagged: readonly { tags: unknown[] }[],
  names: readonly string[] | undefined,
): Options['scheme'] {
  const named = (tag: unknown) => (typeof tag === 'number' ? names?.[tag] : tag)
  const lines = tagged.flatMap(({ tags }) => [...tags.map((tag) => `x\t${String(named(tag))}`), ''])
  return recogniseTags({ ...sample, lines })?.options.scheme ?? 'iob2'
}
