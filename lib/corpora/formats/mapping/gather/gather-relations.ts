import type { Placer, Selected } from '@/lib/corpora/formats/mapping/gather/model'
import {
  selectItems,
  selectValues,
  selectWords,
  wordsOf,
} from '@/lib/corpora/formats/mapping/gather/select-values'
import type { Mapping } from '@/lib/corpora/formats/mapping/schema'
import { isObject } from '@/lib/corpora/formats/model'
import { error, type Fault, warning } from '@/lib/corpora/formats/report-faults'
import type { Offsets } from '@/lib/tasks/model'

type Entity = Offsets & { label: string }
type Ends = { ids: Map<string, number>; entities: Entity[]; hasIds: boolean; place: Placer; faults: Fault[] }

/** The spans of a record, in its order; `id` is what relations call them. A list that is not named is the record itself. */
export function gatherSpans(
  record: Selected,
  { spans = {} }: Mapping,
  { place: placer, faults }: { place: Placer; faults: Fault[] },
): (Entity & { id: string | undefined })[] {
  return selectItems(record, spans.list ?? '.').flatMap((item) => {
    const place = item.place || 'spans'
    const label = selectWords(item, spans.label)
    if (spans.label !== undefined && (label === undefined || label.trim() === ''))
      faults.push(
        error('label-empty', `${place}: there is no label at ${spans.label}.`, {
          at: place,
          keys: spans.label ?? '',
        }),
      )
    const found = placer({
      place,
      start: selectValues(item, spans.start)[0]?.value,
      end: selectValues(item, spans.end)[0]?.value,
      words: selectWords(item, spans.text),
    })
    return found ? [{ ...found, label: label ?? '', id: selectWords(item, spans.id) }] : []
  })
}

/** Relations between spans, which they name by id or by place in the list; or else by words, which then are entities themselves. */
export function gatherRelations(
  record: Selected,
  mapping: Mapping,
  { place, faults }: { place: Placer; faults: Fault[] },
): { entities: Entity[]; relations: { type: string; head: number; tail: number }[] } {
  const spans = mapping.spans ? gatherSpans(record, mapping, { place, faults }) : []
  const entities: Entity[] = spans.map(({ start, end, label }) => ({ start, end, label }))
  const ids = new Map(spans.flatMap(({ id }, at) => (id === undefined ? [] : [[id, at] as const])))
  const ends = { ids, entities, hasIds: mapping.spans?.id !== undefined, place, faults }
  const { relations: told = {} } = mapping
  const listed = mapping.relations ? selectItems(record, told.list ?? '.') : []
  const relations = listed.flatMap((item) => {
    const type = selectWords(item, told.type)
    if (type === undefined || type.trim() === '') {
      faults.push(
        error('relation-malformed', `${item.place || 'relations'}: there is no type at ${told.type}.`, {
          at: item.place || 'relations',
          keys: told.type ?? '',
        }),
      )
      return []
    }
    const { head: from, headStart, headEnd, headLabel, tail: to, tailStart, tailEnd, tailLabel } = told
    const head = findEnd(item, { path: from, start: headStart, end: headEnd, label: headLabel }, ends)
    const tail = findEnd(item, { path: to, start: tailStart, end: tailEnd, label: tailLabel }, ends)
    faults.push(...partsBeside(item, to))
    return head === null || tail === null ? [] : [{ type, head, tail }]
  })
  return { entities, relations }
}

const MAIN_PART = '["@value"]'

/** An object may have further parts beside its value, such as the work in which a role was played; a relation has one tail. */
function partsBeside(item: Selected, path = ''): Fault[] {
  if (!path.endsWith(MAIN_PART)) return []
  const whole = selectValues(item, path.slice(0, -MAIN_PART.length))[0]
  const others = isObject(whole?.value) ? Object.keys(whole.value).filter((key) => key !== '@value') : []
  if (!whole || others.length === 0) return []
  const message = `${whole.place}: a relation has no place for ${others.join(', ')}. The list is kept beside the text, if it is small.`
  return [warning('kept-beside', message, { at: whole.place, keys: others.join(', ') })]
}

type ToldEnd = Record<'path' | 'start' | 'end' | 'label', string | undefined>

/** An end of a relation: a span by its id or its place in the list, or else words that have offsets of their own or are looked for. */
function findEnd(item: Selected, told: ToldEnd, ends: Ends): number | null {
  const { ids, entities, hasIds, place: placer, faults } = ends
  const found = selectValues(item, told.path)[0]
  const place = found?.place || item.place || 'relations'
  const words = wordsOf(found?.value)
  const [start, end] = [told.start, told.end].map((path) => selectValues(item, path)[0]?.value)
  if (words === undefined && start === undefined) {
    faults.push(
      error('relation-malformed', `${place}: nothing stands at ${told.path ?? told.start}.`, {
        at: place,
        keys: told.path ?? told.start ?? '',
      }),
    )
    return null
  }
  if (told.start === undefined) {
    if (hasIds && ids.has(words!)) return ids.get(words!)!
    if (!hasIds && typeof found!.value === 'number' && entities[found!.value]) return found!.value
    if (hasIds || typeof found!.value === 'number') {
      faults.push(
        error('relation-dangling', `${place}: there is no span “${words}” in this record.`, {
          at: place,
          words: String(words),
        }),
      )
      return null
    }
  }
  const at = placer({ place, start, end, words })
  if (!at) return null
  const label = selectWords(item, told.label) ?? ''
  const known = entities.findIndex(
    (one) => one.start === at.start && one.end === at.end && (one.label === label || label === ''),
  )
  return known >= 0 ? known : entities.push({ ...at, label }) - 1
}
