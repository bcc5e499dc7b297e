import { type Application, isInScope } from '@/lib/rules/model'
import { type EeGold, type EventArgument, isEventArgument } from '@/lib/tasks/ee/gold'
import type { TaskForm } from '@/lib/tasks/model'
import { endOf, type MrcGold } from '@/lib/tasks/mrc/gold'
import { type Extent, type NerGold, type Reader, readerOf } from '@/lib/tasks/ner/gold'
import type { OpenieGold, OpenPart } from '@/lib/tasks/openie/gold'
import type { ReGold } from '@/lib/tasks/re/gold'

/**
 * Words that an answer gives, with their place where they stand in the text as they are, and the label under which it gives them:
 * none for forms whose answers are not about labels.
 */
export type Mention = { label: string; words: string; extent: Extent | null }

/**
 * What of a gold a rule about mentions speaks about, as far as it is in scope: spans; the ends of relations; the names of entities and
 * what their properties name; arguments of events and their parts; triggers, where these are asked for; answers without options;
 * arguments of open tuples.
 */
export function listMentions(of: Application): Mention[] {
  return lists[of.form]?.(of as never, readerOf(of.text)) ?? []
}

type List<Gold> = (of: Application<Gold>, reader: Reader) => Mention[]

const lists: Partial<Record<TaskForm, List<never>>> = {
  ner: listSpans,
  re: listEnds,
  spo: listEnds,
  kg: listNames,
  ee: listArguments,
  eea: listArguments,
  eet: listTriggers,
  mrc: listAnswers,
  openie: listParts,
}

const placed = (reader: Reader, label: string, extent: Extent): Mention => ({
  label,
  words: reader.words(extent),
  extent,
})

function listSpans({ gold, scope }: Application<NerGold>, reader: Reader): Mention[] {
  return gold.spans
    .filter(({ label }) => isInScope(scope, label))
    .map((span) => placed(reader, span.label, span))
}

function listEnds({ gold, scope }: Application<ReGold>, reader: Reader): Mention[] {
  return gold.relations
    .filter(({ type }) => isInScope(scope, type))
    .flatMap(({ type, head, tail }) =>
      [...new Set([head, tail])].map((at) => placed(reader, type, gold.entities[at]!)),
    )
}

function listNames({ gold, scope }: Application<ReGold>, reader: Reader): Mention[] {
  return gold.entities
    .filter((_, at) => isNamed(gold, { at, scope }))
    .map((entity) => placed(reader, entity.label, entity))
}

/** Does the answer about knowledge graphs name this entity for a label in scope: as its own, or untyped as a property of one? */
export function isNamed(
  { entities, relations }: ReGold,
  of: { at: number; scope: Application['scope'] },
): boolean {
  const isOwner = (label: string) => label !== '' && isInScope(of.scope, label)
  const { label } = entities[of.at]!
  if (label) return isOwner(label)
  return relations.some(({ head, tail }) => tail === of.at && isOwner(entities[head]!.label))
}

function listArguments({ gold, scope }: Application<EeGold>, reader: Reader): Mention[] {
  const wordsIn = (type: string, argument: EventArgument): Mention[] => {
    if (isEventArgument(argument)) return []
    const parts = (argument.arguments ?? []).flatMap((part) => wordsIn(type, part))
    return [placed(reader, type, argument), ...parts]
  }
  return gold.events
    .filter(({ type }) => isInScope(scope, type))
    .flatMap((event) => event.arguments.flatMap((argument) => wordsIn(event.type, argument)))
}

function listTriggers({ gold, scope }: Application<EeGold>, reader: Reader): Mention[] {
  return gold.events.flatMap(({ type, trigger }) =>
    trigger && isInScope(scope, type) ? [placed(reader, type, trigger)] : [],
  )
}

function listAnswers({ gold }: Application<MrcGold>): Mention[] {
  if (gold.options) return []
  return gold.answers.map(({ text, start }) => ({
    label: '',
    words: text,
    extent: start === undefined ? null : { start, end: endOf({ text, start }) },
  }))
}

function listParts({ gold }: Application<OpenieGold>): Mention[] {
  return gold.tuples.flatMap((tuple) => tuple.arguments.map(partAsMention))
}

export function partAsMention({ text, start, end }: OpenPart): Mention {
  return { label: '', words: text, extent: start === undefined || end === undefined ? null : { start, end } }
}
