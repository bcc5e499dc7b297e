import { mapInstance as mapRows } from '@/lib/corpora/formats/conll/map-instance'
import { classedIn, type Options, rowOf, type Tagged, taggedIn } from '@/lib/corpora/formats/hf-json/schema'
import { withExtras } from '@/lib/corpora/formats/keep-extras'
import type { RecordPlace } from '@/lib/corpora/formats/map-records'
import { isObject } from '@/lib/corpora/formats/model'
import { readClasses } from '@/lib/corpora/formats/read-classes'
import { error, type Fault, refuse } from '@/lib/corpora/formats/report-faults'
import type { Reading } from '@/lib/corpora/model'
import { AppError } from '@/lib/platform/errors'
import type { TaskForm } from '@/lib/tasks/model'

type Row = Record<string, unknown>

const usedByTags = new Set('tokens words ner_tags tags ner labels pos_tags chunk_tags __proto__'.split(' '))
const usedByClasses = new Set('text sentence content label_text label labels __proto__'.split(' '))

/** A row becomes an instance: tokens with tags a text with spans, a text with its label a text with its class. */
export function mapInstance(
  value: unknown,
  place: RecordPlace,
  { taskForm, options }: { taskForm: TaskForm; options: Options },
): Reading {
  const row = rowOf(value)
  if (!isObject(row)) return refuse(place, error('not-an-object', 'This is JSON but no object.'))
  return taskForm === 'ner' ? mapTags(row, place, options) : mapClasses(row, place, options)
}

function mapTags(row: Row, place: RecordPlace, { names, scheme }: Options): Reading {
  const tagged = taggedIn(row)
  if (!tagged) return refuse(place, NO_TAGS)
  const { tokens, tags, key } = tagged
  const faults = tagFaults(tagged, names)
  if (faults.length > 0) return refuse(place, ...faults)
  const rows = tokens.map((token, i) => ({
    line: place.line,
    token: token as string,
    tag: typeof tags[i] === 'number' ? nameOf(tags[i], { names, key })! : (tags[i] as string),
  }))
  const { instances, issues } = mapRows(rows, scheme)
  const [instance] = instances
  if (!instance) return { instances, issues }
  const reading = withExtras(instance, { record: row, used: usedByTags, place })
  return { instances: reading.instances, issues: [...issues, ...reading.issues] }
}

const NO_TAGS = error('gold-missing', 'There are no lists “tokens” and “ner_tags” in this record.', {
  keys: 'tokens, ner_tags',
})

function tagFaults({ tokens, tags, key }: Tagged, names: Options['names']): Fault[] {
  if (tokens.length === 0) return [error('text-empty', 'There is no token.')]
  if (tokens.length !== tags.length)
    return [
      error('tag-missing', `There are ${tokens.length} tokens and ${tags.length} tags in “${key}”.`, {
        at: key,
        tokens: tokens.length,
        tags: tags.length,
      }),
    ]
  const odd = tokens.findIndex((token) => typeof token !== 'string')
  if (odd >= 0) return [error('text-missing', `tokens[${odd}] is no string.`, { at: `tokens[${odd}]` })]
  const unknown = tags.findIndex(
    (tag) => typeof tag !== 'string' && nameOf(tag, { names, key }) === undefined,
  )
  return unknown < 0
    ? []
    : [
        error(
          'tag-unknown',
          `${key}[${unknown}] is ${JSON.stringify(tags[unknown])}, and no tag has that number.`,
          { at: `${key}[${unknown}]`, value: JSON.stringify(tags[unknown]) },
        ),
      ]
}

/** Tags without names cannot be guessed, and no record of the file could be read. */
function nameOf(tag: unknown, { names, key }: { names: Options['names']; key: string }): string | undefined {
  if (names) return typeof tag === 'number' ? names[tag] : undefined
  throw new AppError(
    'invalid',
    `“${key}” holds numbers, and the file does not say what they mean. Name the tags in the order of their numbers, or write them out.`,
    { reason: 'tag-names-missing', params: { key } },
  )
}

function mapClasses(row: Row, place: RecordPlace, { names, multi }: Options): Reading {
  const classed = classedIn(row)
  if (!classed) return refuse(place, NO_CLASS)
  const { text, classes, key } = classed
  // By custom, -1 stands where the label of a test set is kept back.
  if (classes.includes(-1)) return refuse(place, NO_CLASS)
  const named = classes.map((one) => (typeof one === 'number' ? (names?.[one] ?? one) : one))
  const read = readClasses(text, named, { key, multi })
  if (!read.instance) return refuse(place, ...read.faults)
  return withExtras(read.instance, { record: row, used: usedByClasses, place })
}

const NO_CLASS = error(
  'gold-missing',
  'There is no text with a “label”: a text that nobody labelled is not gold.',
  { keys: 'text, label' },
)
