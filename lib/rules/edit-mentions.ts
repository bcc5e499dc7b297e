import { isNamed, type Mention, partAsMention } from '@/lib/rules/list-mentions'
import { type Application, isInScope } from '@/lib/rules/model'
import { type EeGold, type EventArgument, isEventArgument } from '@/lib/tasks/ee/gold'
import { findTaskForm } from '@/lib/tasks/find-task-form'
import { sliceCodePoints, type TaskForm } from '@/lib/tasks/model'
import { endOf, type MrcGold } from '@/lib/tasks/mrc/gold'
import { type Extent, type NerGold, type Reader, readerOf } from '@/lib/tasks/ner/gold'
import type { OpenieGold, OpenPart } from '@/lib/tasks/openie/gold'
import type { Entity, ReGold } from '@/lib/tasks/re/gold'

/** What becomes of a mention: its new place, or that it stays as it is, or goes with what it stands for. */
export type Edit = (mention: Pick<Mention, 'words' | 'extent'>, reader: Reader) => Extent | 'stays' | 'goes'

/**
 * Gold whose mentions in scope (`listMentions`) are edited; the same object when no edit changes any. What cannot be without a
 * dropped mention goes with it: relations of an end, properties of an entity, parts of an argument, the tuple of an argument. A reading
 * answer stays.
 */
export function editMentions(of: Application, edit: Edit): unknown {
  const change = changes[of.form]
  const gold = change ? change(of as never, { edit, reader: readerOf(of.text) }) : of.gold
  return gold === of.gold ? gold : findTaskForm(of.form).canonical(gold)
}

type Editor = { edit: Edit; reader: Reader }
type Change = (of: never, editor: Editor) => unknown

const changes: Partial<Record<TaskForm, Change>> = {
  ner: editSpans,
  re: editEnds,
  spo: editEnds,
  kg: editNames,
  ee: editArguments,
  eea: editArguments,
  eet: editTriggers,
  mrc: editAnswers,
  openie: editParts,
}

/** The mention at its new place, null where it goes, the same object where it stays. */
function moved<Owner extends Extent>(owner: Owner, { edit, reader }: Editor): Owner | null {
  const next = edit({ words: reader.words(owner), extent: owner }, reader)
  if (next === 'goes') return null
  if (next === 'stays') return owner
  const { fragments: _, ...rest } = owner
  return { ...rest, start: next.start, end: next.end } as Owner
}

/** Every item with its replacement, those left out that have none; the same list when nothing is replaced. */
function replaceAll<Item>(items: Item[], replace: (item: Item) => Item | null): Item[] {
  let isChanged = false
  const left: Item[] = []
  for (const item of items) {
    const next = replace(item)
    if (next !== item) isChanged = true
    if (next !== null) left.push(next)
  }
  return isChanged ? left : items
}

function editSpans({ gold, scope }: Application<NerGold>, editor: Editor): NerGold {
  const spans = replaceAll(gold.spans, (span) => (isInScope(scope, span.label) ? moved(span, editor) : span))
  return spans === gold.spans ? gold : { spans }
}

/** An entity that relations out of scope have too stays as it is for them; those in scope get one of their own. */
function editEnds({ gold, scope }: Application<ReGold>, editor: Editor): ReGold {
  const entities: Entity[] = [...gold.entities]
  const places = new Map<number, number | null>()
  const placeOf = (at: number): number | null => {
    if (!places.has(at)) {
      const next = moved(entities[at]!, editor)
      places.set(at, next === entities[at] ? at : next && entities.push(next) - 1)
    }
    return places.get(at)!
  }
  const relations = replaceAll(gold.relations, (relation) => {
    if (!isInScope(scope, relation.type)) return relation
    const [head, tail] = [placeOf(relation.head), placeOf(relation.tail)]
    if (head === null || tail === null) return null
    return head === relation.head && tail === relation.tail ? relation : { ...relation, head, tail }
  })
  if (relations === gold.relations) return gold
  const stillEnds = new Set(relations.flatMap(({ head, tail }) => [head, tail]))
  return withoutEntities({ entities, relations }, (at) => {
    const place = places.get(at)
    return place !== undefined && place !== at && !stillEnds.has(at)
  })
}

/** Where a label out of scope has an edited entity as a property, that one names it as before, by a copy without a type. */
function editNames({ gold, scope }: Application<ReGold>, editor: Editor): ReGold {
  const entities: Entity[] = [...gold.entities]
  let relations = gold.relations
  const gone = new Set<number>()
  const isOwner = (at: number) => {
    const { label } = gold.entities[at]!
    return label !== '' && isInScope(scope, label)
  }
  for (const [at, entity] of gold.entities.entries()) {
    const next = isNamed(gold, { at, scope }) ? moved(entity, editor) : entity
    if (next === entity) continue
    if (relations.some(({ head, tail }) => tail === at && !isOwner(head))) {
      const copy = entities.push({ ...entity, label: '' }) - 1
      relations = relations.map((relation) =>
        relation.tail === at && !isOwner(relation.head) ? { ...relation, tail: copy } : relation,
      )
    }
    if (next) entities[at] = next
    else gone.add(at)
  }
  const isSame = relations === gold.relations && gone.size === 0
  if (isSame && entities.every((entity, at) => entity === gold.entities[at])) return gold
  const left = relations.filter(({ head, tail }) => !gone.has(head) && !gone.has(tail))
  return withoutEntities({ entities, relations: left }, (at) => gone.has(at))
}

/** The gold without some entities, of which no relation has need. */
function withoutEntities({ entities, relations }: ReGold, isGone: (at: number) => boolean): ReGold {
  const placeOf = new Map<number, number>()
  const kept = entities.filter((_, at) => {
    if (isGone(at)) return false
    placeOf.set(at, placeOf.size)
    return true
  })
  return {
    entities: kept,
    relations: relations.map((relation) => ({
      ...relation,
      head: placeOf.get(relation.head)!,
      tail: placeOf.get(relation.tail)!,
    })),
  }
}

function editArguments({ gold, scope }: Application<EeGold>, editor: Editor): EeGold {
  const editOne = <Argument extends EventArgument>(argument: Argument): Argument | null => {
    if (isEventArgument(argument)) return argument
    const next: EventArgument | null = moved<Exclude<EventArgument, { event: number }>>(argument, editor)
    if (!next?.arguments) return next as Argument | null
    const parts = replaceAll(next.arguments, editOne)
    if (parts === next.arguments) return next as Argument
    const { arguments: _, ...bare } = next
    return (parts.length ? { ...bare, arguments: parts } : bare) as Argument
  }
  const events = replaceAll(gold.events, (event) => {
    if (!isInScope(scope, event.type)) return event
    const own = replaceAll(event.arguments, editOne)
    return own === event.arguments ? event : { ...event, arguments: own }
  })
  return events === gold.events ? gold : { events }
}

function editTriggers({ gold, scope }: Application<EeGold>, editor: Editor): EeGold {
  const events = replaceAll(gold.events, (event) => {
    if (!event.trigger || !isInScope(scope, event.type)) return event
    const trigger = moved(event.trigger, editor)
    return trigger === event.trigger ? event : { ...event, trigger }
  })
  return events === gold.events ? gold : { events }
}

function editAnswers({ text, gold }: Application<MrcGold>, { edit, reader }: Editor): MrcGold {
  if (gold.options) return gold
  const answers = replaceAll(gold.answers, (answer) => {
    const { start } = answer
    if (start === undefined) return answer
    const extent = { start, end: endOf({ text: answer.text, start }) }
    const next = edit({ words: answer.text, extent }, reader)
    if (typeof next === 'string') return answer
    return { text: sliceCodePoints(text, next.start, next.end), start: next.start }
  })
  return answers === gold.answers ? gold : { ...gold, answers }
}

function editParts({ text, gold }: Application<OpenieGold>, { edit, reader }: Editor): OpenieGold {
  const editOne = (part: OpenPart): OpenPart | null => {
    const next = edit(partAsMention(part), reader)
    if (next === 'goes') return null
    if (next === 'stays') return part
    return { text: sliceCodePoints(text, next.start, next.end), start: next.start, end: next.end }
  }
  const tuples = replaceAll(gold.tuples, (tuple) => {
    const own = replaceAll(tuple.arguments, editOne)
    if (own.length < tuple.arguments.length) return null
    return own === tuple.arguments ? tuple : { ...tuple, arguments: own }
  })
  return tuples === gold.tuples ? gold : { tuples }
}
