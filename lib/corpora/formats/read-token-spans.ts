import type { GivenSentences } from '@/lib/corpora/formats/ace/schema'
import { type Joined, joinTokens } from '@/lib/corpora/formats/join-tokens'
import { error, type Fault } from '@/lib/corpora/formats/report-faults'
import type { Annotation } from '@/lib/corpora/formats/shape-gold'
import type { Offsets } from '@/lib/tasks/model'
import type { Entity } from '@/lib/tasks/re/gold'

type Read = { text: string; annotation: Annotation; faults: Fault[] }

/** The sentences of a document with what is marked in each. A place outside its sentence is a fault of that sentence alone. */
export function readTokenSpans(document: GivenSentences): Read[] {
  let first = 0
  return document.sentences.map((tokens, i) => {
    const joined = joinTokens(tokens)
    const faults: Fault[] = []
    const annotation = readSentence(document, { i, first, joined, faults })
    first += tokens.length
    return { text: joined.text, annotation, faults }
  })
}

type Sentence = { i: number; first: number; joined: Joined; faults: Fault[] }

function readSentence({ ner, relations, events }: GivenSentences, sentence: Sentence): Annotation {
  const { i } = sentence
  const entities = ner?.[i]?.map(
    ([start, end, label], j): Entity => ({ ...placeOf(start, end, `ner[${i}][${j}]`, sentence), label }),
  )
  const known = entities ?? []
  return {
    relations:
      relations?.[i]?.map(([a, b, c, d, type], j) => ({
        type,
        head: entityAt(placeOf(a, b, `relations[${i}][${j}]`, sentence), known),
        tail: entityAt(placeOf(c, d, `relations[${i}][${j}]`, sentence), known),
      })) ?? null,
    events:
      events?.[i]?.map(([trigger, ...given], j) => ({
        type: trigger.type,
        trigger: placeOf(trigger.start, trigger.end, `events[${i}][${j}][0]`, sentence),
        arguments: given.map(([start, end, role], k) => ({
          ...placeOf(start, end, `events[${i}][${j}][${k + 1}]`, sentence),
          role,
        })),
      })) ?? null,
    entities: known,
    marksEntities: entities !== undefined,
  }
}

function placeOf(start: number, end: number, name: string, { first, joined, faults }: Sentence): Offsets {
  const [from, to] = [start - first, end - first]
  if (from >= 0 && from <= to && to < joined.ends.length)
    return { start: joined.starts[from]!, end: joined.ends[to]! }
  const last = first + joined.ends.length - 1
  faults.push(
    error(
      'span-out-of-range',
      `${name}: tokens ${start} to ${end} do not lie in its sentence (${first} to ${last}).`,
      { at: name, start, end },
    ),
  )
  return { start: 0, end: 1 }
}

/** The entity at a place; one without a type where none is marked. */
function entityAt({ start, end }: Offsets, known: Entity[]): number {
  const at = known.findIndex((entity) => entity.start === start && entity.end === end)
  return at >= 0 ? at : known.push({ start, end, label: '' }) - 1
}
