import { checkLabel, checkText } from '@/lib/corpora/formats/check-text'
import { type End, recordSchema, used } from '@/lib/corpora/formats/fewrel/schema'
import { type Joined, joinTokens } from '@/lib/corpora/formats/join-tokens'
import { withExtras } from '@/lib/corpora/formats/keep-extras'
import type { RecordPlace } from '@/lib/corpora/formats/map-records'
import { error, type Fault, refuse, shapeFaults, warning } from '@/lib/corpora/formats/report-faults'
import type { Reading } from '@/lib/corpora/model'
import { findTaskForm } from '@/lib/tasks/find-task-form'
import type { TaskForm } from '@/lib/tasks/model'
import { canonicalExtent, type Extent, type Fragment } from '@/lib/tasks/ner/gold'
import { canonicalReGold, type Entity } from '@/lib/tasks/re/gold'

/** Tokens become a text with two entities and the relation in whose list they stand. */
export function mapInstance(value: unknown, place: RecordPlace, taskForm: TaskForm): Reading {
  const [type] = place.keys
  if (typeof value === 'string') return refuse(place, NAMES_ONLY)
  const parsed = recordSchema.safeParse(value)
  if (!parsed.success) return refuse(place, ...shapeFaults(parsed.error, 'relation-malformed'))
  if (typeof type !== 'string') return refuse(place, NO_RELATION)
  const { tokens, h, t } = parsed.data
  const joined = joinTokens(tokens)
  const faults = [...checkText(joined.text, '“tokens”'), ...checkLabel(type, `“${type}”`)]
  const head = readEnd(h, { name: 'h', joined, faults })
  const tail = readEnd(t, { name: 't', joined, faults })
  if (faults.some(({ severity }) => severity === 'error')) return refuse(place, ...faults)
  const gold = canonicalReGold({ entities: [head, tail], relations: [{ type, head: 0, tail: 1 }] })
  const labels = findTaskForm(taskForm).labelsIn(gold)
  return withExtras({ text: joined.text, gold, labels }, { record: Object(value), used, place, faults })
}

const NAMES_ONLY = error(
  'names-only',
  'This file gives names and descriptions of relations and has no texts. Import the file with the instances; the names belong to its labels.',
)

const NO_RELATION = error(
  'relation-malformed',
  'The record stands in no list of a relation: {"relation": [{"tokens": …, "h": …, "t": …}]} is expected.',
)

type Whole = { name: string; joined: Joined; faults: Fault[] }

/** The first mention is the entity's place, the others are named with it. */
function readEnd({ id, mentions }: End, whole: Whole): Entity {
  const [first, ...further] = mentions.map((tokens, i) => readMention(tokens, i, whole))
  const also = further.map((extent, i): Fragment => {
    if (extent.fragments) whole.faults.push(filled(`${whole.name}[2][${i + 1}]`))
    return [extent.start, extent.end]
  })
  const entity: Entity = { ...first!, label: '' }
  if (also.length > 0) entity.also = also
  if (id) entity.attributes = { id }
  return entity
}

function readMention(tokens: readonly number[], i: number, { name, joined, faults }: Whole): Extent {
  const place = `${name}[2][${i}]`
  const count = joined.starts.length
  if (tokens.some((token) => token >= count)) {
    const last = Math.max(...tokens)
    faults.push(
      error('span-out-of-range', `${place}: there is no token ${last}, there are ${count}.`, {
        at: place,
        end: last,
        count,
      }),
    )
    return { start: 0, end: 1 }
  }
  if (tokens.some((token) => joined.ends[token] === joined.starts[token]))
    faults.push(error('span-empty', `${place}: a token in it is empty.`, { at: place }))
  return extentOf(tokens, joined)
}

/** Neighbouring tokens are one piece, with what stands between them. */
function extentOf(tokens: readonly number[], { starts, ends }: Joined): Extent {
  const fragments: Fragment[] = []
  let before = -2
  for (const token of tokens.toSorted((a, b) => a - b)) {
    const last = fragments.at(-1)
    if (last && token <= before + 1) last[1] = ends[token]!
    else fragments.push([starts[token]!, ends[token]!])
    before = token
  }
  return canonicalExtent({ start: fragments[0]![0], end: fragments.at(-1)![1], fragments })
}

function filled(place: string): Fault {
  return warning(
    'mention-filled',
    `${place}: a further mention of several pieces was read as one, with what stands between them.`,
    { at: place },
  )
}
