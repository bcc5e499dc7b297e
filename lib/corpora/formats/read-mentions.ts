import type {
  GivenArgument,
  GivenEntity,
  GivenEvent,
  GivenMention,
  GivenMentions,
  GivenRelation,
} from '@/lib/corpora/formats/ace/schema'
import { alignTokens } from '@/lib/corpora/formats/align-tokens'
import { type Joined, joinTokens } from '@/lib/corpora/formats/join-tokens'
import { placeGivenWords } from '@/lib/corpora/formats/place-given-words'
import { error, type Fault } from '@/lib/corpora/formats/report-faults'
import type { Annotation } from '@/lib/corpora/formats/shape-gold'
import type { Event, EventArgument } from '@/lib/tasks/ee/gold'
import { codePointLength, type Offsets, sliceCodePoints } from '@/lib/tasks/model'
import { canonicalAttributes, type Entity, type Relation } from '@/lib/tasks/re/gold'

type Read = { text: string; annotation: Annotation; faults: Fault[] }

/** A text with entities, relations and events that name each other by id. Null: there is neither a text nor tokens. */
export function readMentions(given: GivenMentions): Read | null {
  const joined = given.tokens?.length ? joinedOf(given.text, given.tokens) : null
  const text = joined?.text ?? given.text
  if (text === undefined) return null
  const reader = new MentionReader(text, joined, given)
  return { text, annotation: reader.read(), faults: reader.faults }
}

/** The text itself, if it is made of the tokens; else they are put together. */
function joinedOf(text: string | undefined, tokens: readonly string[]): Joined {
  return (text === undefined ? null : alignTokens(text, tokens)) ?? joinTokens(tokens)
}

const NOWHERE: Offsets = { start: 0, end: 1 }

class MentionReader {
  readonly faults: Fault[] = []
  private readonly entities: Entity[]
  private readonly entityAt: ReadonlyMap<string, number>
  private readonly eventAt: ReadonlyMap<string, number>

  constructor(
    private readonly text: string,
    private readonly joined: Joined | null,
    private readonly given: GivenMentions,
  ) {
    const listed = given.entities ?? []
    this.entities = listed.map((one, i) => this.entity(one, `entity_mentions[${i}]`))
    this.entityAt = placesOf(listed.map(({ id, entity_id }) => id ?? entity_id))
    this.eventAt = placesOf((given.events ?? []).map(({ id }) => id))
  }

  read(): Annotation {
    const relations =
      this.given.relations?.map((one, i) => this.relation(one, `relation_mentions[${i}]`)) ?? null
    const events = this.given.events?.map((one, i) => this.event(one, `event_mentions[${i}]`)) ?? null
    return { entities: this.entities, marksEntities: this.given.entities !== null, relations, events }
  }

  private entity(given: GivenEntity, name: string): Entity {
    const label = given.entity_type ?? given['entity-type']
    if (!label) this.faults.push(error('label-empty', `${name}: it has no type.`, { at: name }))
    const { entity_subtype: subtype, mention_type: mention } = given
    const said = { ...(subtype ? { subtype } : {}), ...(mention ? { mention } : {}) }
    return { ...this.place(given, name), label: label ?? '', ...canonicalAttributes(said) }
  }

  private relation({ relation_type: type, arguments: ends }: GivenRelation, name: string): Relation {
    const [first, second] = this.inOrder(ends)
    return {
      type,
      head: this.end(first!, `${name}.arguments[0]`),
      tail: this.end(second!, `${name}.arguments[1]`),
    }
  }

  /** By the names of the roles, where they tell which is the head. */
  private inOrder([first, second]: readonly GivenArgument[]): (GivenArgument | undefined)[] {
    const isTurned =
      /(arg[-_ ]?2|tail|object)$/i.test(first!.role) && /(arg[-_ ]?1|head|subject)$/i.test(second!.role)
    return isTurned ? [second, first] : [first, second]
  }

  private end(given: GivenArgument, name: string): number {
    const known = given.entity_id === undefined ? undefined : this.entityAt.get(given.entity_id)
    if (known !== undefined) return known
    const extent = this.ownPlace(given, name)
    const same = this.entities.findIndex(({ start, end }) => start === extent.start && end === extent.end)
    return same >= 0 ? same : this.entities.push({ ...extent, label: '' }) - 1
  }

  private event({ event_type: type, trigger, arguments: given }: GivenEvent, name: string): Event {
    return {
      type,
      trigger: this.place(trigger, `${name}.trigger`),
      arguments: given.map((one, i) => this.argument(one, `${name}.arguments[${i}]`)),
    }
  }

  private argument(given: GivenArgument, name: string): EventArgument {
    const { role, entity_id: id, event_id = id } = given
    const event = event_id === undefined ? undefined : this.eventAt.get(event_id)
    if (event !== undefined) return { role, event }
    const known = id === undefined ? undefined : this.entityAt.get(id)
    const { start, end } = known === undefined ? this.ownPlace(given, name) : this.entities[known]!
    return { role, start, end }
  }

  private ownPlace({ text, start, end, entity_id: id }: GivenArgument, name: string): Offsets {
    if (start !== undefined && end !== undefined) return this.place({ text, start, end }, name)
    const what = id === undefined ? 'has no place' : `names “${id}”, which is no mention of this record`
    this.faults.push(
      error('relation-dangling', `${name}: it ${what}.`, { at: name, ...(id !== undefined && { id }) }),
    )
    return NOWHERE
  }

  /** Tokens, where the record has them, else characters. Words that are given tell whether the end is the last or the one after. */
  private place({ text: words, start, end }: GivenMention, name: string): Offsets {
    const readings = this.joined
      ? [this.tokens(start, end), this.tokens(start, end + 1)]
      : [characters(this.text, { start, end })]
    const fits = (place: Offsets | null) =>
      place && (words === undefined || bare(this.wordsAt(place)) === bare(words))
    const fitting = readings.find(fits)
    if (fitting) return fitting
    const unit = this.joined ? 'tokens' : 'characters'
    const placed =
      words === undefined ? null : this.byWords(words, { name, start: readings[0]?.start ?? start })
    if (placed) return placed
    const said = words === undefined ? '' : `, or not “${words}”`
    this.faults.push(
      error('span-out-of-range', `${name}: ${start} to ${end} is no place in the ${unit}${said}.`, {
        at: name,
        start,
        end,
        words: words ?? '',
      }),
    )
    return NOWHERE
  }

  private tokens(start: number, end: number): Offsets | null {
    const { starts, ends } = this.joined!
    return start < end && end <= ends.length ? { start: starts[start]!, end: ends[end - 1]! } : null
  }

  private wordsAt({ start, end }: Offsets): string {
    return sliceCodePoints(this.text, start, end)
  }

  private byWords(words: string, { name, start }: { name: string; start: number }): Offsets | null {
    const { place, faults } = placeGivenWords(this.text, { name, text: words, start, otherwise: '' })
    if (!place) return null
    this.faults.push(...faults)
    return { start: place.start, end: place.start + codePointLength(place.text) }
  }
}

function characters(text: string, { start, end }: Offsets): Offsets | null {
  return start < end && end <= codePointLength(text) ? { start, end } : null
}

/** Tokens and the text write the space between words each in their own way. */
function bare(words: string): string {
  return words.replace(/\s+/g, '')
}

function placesOf(ids: readonly (string | undefined)[]): ReadonlyMap<string, number> {
  return new Map(ids.flatMap((id, i) => (id === undefined ? [] : [[id, i] as const])))
}
