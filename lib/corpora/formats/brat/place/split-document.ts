import type { BratUnit, Standoff, TextBound } from '@/lib/corpora/formats/brat/schema'
import type { Fragment } from '@/lib/tasks/ner/gold'

/** A part of a document that is an instance by itself, with what is marked in it. */
export type Piece = { text: string; standoff: Standoff }

/**
 * A document line by line or sentence by sentence. Sentences that something marked crosses stay together: a span, the words of an
 * event, the ends of a relation. So nothing is lost.
 */
export function splitDocument(text: string, standoff: Standoff, unit: BratUnit): Piece[] {
  const points = [...text]
  const borders = bordersOf(text, points, unit)
  const crossed = extentsOf(standoff)
  const isFree = (at: number) => crossed.every(([start, end]) => at <= start || at >= end)
  const cuts = [0, ...borders.filter(isFree), points.length]
  const pieces = cuts.slice(1).flatMap((end, i) => pieceOf(points, standoff, [cuts[i]!, end]))
  return pieces.map((piece, i) => (i === 0 ? withUnbound(piece, standoff, pieces) : piece))
}

/** Where a line or a sentence ends, in code points. */
function bordersOf(text: string, points: readonly string[], unit: BratUnit): number[] {
  const lines = points.flatMap((point, at) => (point === '\n' ? [at + 1] : []))
  if (unit === 'line') return lines
  let length = 0
  const sentences = [...segmenter.segment(text)].map(({ segment }) => {
    length += [...segment].length
    return length
  })
  return [...new Set([...lines, ...sentences])].toSorted((a, b) => a - b)
}

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' })

/** From the first character to the last of everything that belongs together. */
function extentsOf({ spans, events, relations }: Standoff): Fragment[] {
  const known = new Map<string, Fragment>(spans.map((span) => [span.id, extentOf(span)]))
  for (const { id, trigger } of events) known.set(id, known.get(trigger)!)
  const joined = [
    ...events.map(({ trigger, links }) => [trigger, ...links.map(({ target }) => target)]),
    ...relations.map(({ head, tail }) => [head, tail]),
  ].map((ids) => ids.map((id) => known.get(id)).filter((extent) => extent !== undefined))
  const across = joined.filter((extents) => extents.length > 0).map(around)
  return [...spans.map(extentOf), ...across]
}

function extentOf({ fragments }: TextBound): Fragment {
  return [fragments[0]![0], fragments.at(-1)![1]]
}

function around(extents: readonly Fragment[]): Fragment {
  return [Math.min(...extents.map(([start]) => start)), Math.max(...extents.map(([, end]) => end))]
}

function pieceOf(points: readonly string[], standoff: Standoff, [from, to]: Fragment): Piece[] {
  let [start, end] = [from, to]
  while (start < end && points[start]!.trim() === '') start++
  while (end > start && points[end - 1]!.trim() === '') end--
  if (start === end) return []
  const spans = standoff.spans
    .filter((span) => extentOf(span)[0] >= from && extentOf(span)[1] <= to)
    .map((span) => ({ ...span, fragments: span.fragments.map(([a, b]): Fragment => [a - start, b - start]) }))
  const ids = new Set(spans.map(({ id }) => id))
  const events = standoff.events.filter(({ trigger }) => ids.has(trigger))
  for (const { id } of events) ids.add(id)
  const relations = standoff.relations.filter(({ head }) => ids.has(head))
  for (const { id } of relations) ids.add(id)
  const attributes = standoff.attributes.filter(({ target }) => ids.has(target))
  for (const { id } of attributes) ids.add(id)
  const beside = standoff.beside.filter((written) => targetsOf(written).some((id) => ids.has(id)))
  const own = { spans, events, relations, attributes, beside, faults: [] }
  return [{ text: points.slice(start, end).join(''), standoff: own }]
}

/** What a note, a normalisation or an equivalence is about. */
function targetsOf(written: string): string[] {
  return written.split('\t')[1]?.split(' ').slice(1) ?? []
}

/** What is about nothing that is in a piece stands with the first. */
function withUnbound(piece: Piece, { beside }: Standoff, all: readonly Piece[]): Piece {
  const kept = new Set(all.flatMap(({ standoff }) => standoff.beside))
  const left = beside.filter((written) => !kept.has(written))
  return { ...piece, standoff: { ...piece.standoff, beside: [...piece.standoff.beside, ...left] } }
}
