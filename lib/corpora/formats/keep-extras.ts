import type { RecordPlace } from '@/lib/corpora/formats/map-records'
import { type Fault, reportFaults, warning } from '@/lib/corpora/formats/report-faults'
import { excerptOf, type NewInstance, type Reading } from '@/lib/corpora/model'
import { storableExtras } from '@/lib/corpora/storable-extras'

type Extras = Record<string, unknown>

const MAX_VALUE = 500
const MAX_META = 2_000
const NONE: readonly never[] = []

/** Only an escape can write what the database cannot keep; such records are rare. */
const ESCAPED = /\\u(?:0000|d[89a-f])/i

/**
 * What else a record says and is small enough to keep beside its instance: its id, its `meta`; not what has been read (`used`) and
 * nothing that a tool keeps for itself (`_…`). Undefined when that is nothing.
 */
export function keepExtras(
  record: Extras,
  { used, goldKey, written }: { used: ReadonlySet<string>; goldKey?: string; written: string },
): { meta: Extras | undefined; faults: readonly Fault[] } {
  const meta = smallExtras(record, used, goldKey)
  if (!meta || !ESCAPED.test(written)) return { meta, faults: NONE }
  const { kept, left } = storableExtras(meta)
  return { meta: kept, faults: left.map(extraLeftOut) }
}

function smallExtras(record: Extras, used: ReadonlySet<string>, goldKey?: string): Extras | undefined {
  let kept: Extras | undefined
  let size = 0
  for (const key in record) {
    if (key === goldKey || used.has(key) || key.startsWith('_')) continue
    const length = key.length + sizeOf(record[key])
    if (length > MAX_VALUE || size + length > MAX_META) continue
    size += length
    kept ??= {}
    kept[key] = record[key]
  }
  return kept
}

/** About as long as its JSON; endless once it is longer than `most`, so that size and depth cost no more than that. */
function sizeOf(value: unknown, most = MAX_VALUE): number {
  if (typeof value === 'string') return value.length
  if (typeof value !== 'object' || value === null) return value === undefined || value === null ? Infinity : 8
  let size = 2
  for (const key in value) {
    const inner = (value as Extras)[key]
    size += 1 + (Array.isArray(value) ? 0 : key.length + 3)
    if (size > most) return Infinity
    size += inner === null ? 4 : sizeOf(inner, most - size)
  }
  return size > most ? Infinity : size
}

/** What stands beside the instance is no gold: an extra that cannot be kept is left out, and the record stays. */
function extraLeftOut(name: string): Fault {
  const place = excerptOf(JSON.stringify(name))
  return warning(
    'extra-left-out',
    `${place} holds a NUL character or half of a character. It is not kept beside the text.`,
    { at: place },
  )
}

/** The reading of a record that became one instance: with its extras, and with what had to be mended. */
export function withExtras(
  instance: NewInstance,
  given: {
    record: Extras
    used: ReadonlySet<string>
    place: RecordPlace
    faults?: readonly Fault[]
  },
): Reading {
  const { record, used, place, faults: mended = NONE } = given
  const { meta, faults } = keepExtras(record, { used, written: place.written })
  const issues = reportFaults([...mended, ...faults], place)
  return { instances: [meta ? { ...instance, meta } : instance], issues }
}
