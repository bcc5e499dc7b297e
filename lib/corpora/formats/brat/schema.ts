import { z } from 'zod'
import type { Fragment } from '@/lib/tasks/ner/gold'

/** What becomes an instance: a document, or each line or sentence of it. */
export const bratUnits = ['document', 'line', 'sentence'] as const
export type BratUnit = (typeof bratUnits)[number]

export const optionsSchema = z.object({ unit: z.enum(bratUnits).default('document') })
export type Options = z.infer<typeof optionsSchema>

/** A document: a text, and the files whose lines say what stands in it: one, or given entities and what was found apart (.a1, .a2). */
export type Document = { name: string; text: string; standoff: readonly StandoffFile[] }
export type StandoffFile = { ending: string; content: string }

/** The file and the line in it of a line of all standoff files, counted through. */
export function placeOf({ name, standoff }: Document, line: number): { file: string; line: number } {
  let left = line
  for (const { ending, content } of standoff) {
    const lines = linesOf(content).length
    if (left <= lines || ending === standoff.at(-1)?.ending) return { file: `${name}.${ending}`, line: left }
    left -= lines
  }
  return { file: name, line: 0 }
}

function linesOf(content: string): string[] {
  return content.replace(/\n$/, '').split('\n')
}

export type TextBound = { id: string; line: number; label: string; fragments: Fragment[]; words: string }
export type Link = { role: string; target: string }
export type BratEvent = { id: string; line: number; type: string; trigger: string; links: Link[] }
export type BratRelation = { id: string; line: number; type: string; head: string; tail: string }
export type BratAttribute = { id: string; name: string; target: string; value: string }

/** The lines of an .ann file by kind. `beside` are normalisations, notes and equivalences as they are written. */
export type Standoff = {
  spans: TextBound[]
  events: BratEvent[]
  relations: BratRelation[]
  attributes: BratAttribute[]
  beside: string[]
  /** Lines that are none of these. */
  faults: { line: number; written: string }[]
}

export function parseStandoff(files: readonly StandoffFile[]): Standoff {
  const standoff: Standoff = {
    ...{ spans: [], events: [], relations: [], attributes: [], beside: [], faults: [] },
  }
  const lines = files.flatMap(({ content }) => linesOf(content))
  lines.forEach((ended, i) => {
    const written = ended.replace(/\r$/, '')
    if (written.trim() !== '' && !parseLine(standoff, written, i + 1))
      standoff.faults.push({ line: i + 1, written })
  })
  return standoff
}

function parseLine(standoff: Standoff, written: string, line: number): boolean {
  const [id = '', body = '', ...rest] = written.split('\t')
  const place = { id, line }
  switch (id[0]) {
    case 'T':
      return push(standoff.spans, parseSpan(place, body, rest.join('\t')))
    case 'E':
      return push(standoff.events, parseEvent(place, body))
    case 'R':
      return push(standoff.relations, parseRelation(place, body))
    case 'A':
    case 'M':
      return push(standoff.attributes, parseAttribute(id, body))
    case 'N':
    case '#':
    case '*':
      return push(standoff.beside, written)
    default:
      return false
  }
}

function push<Item>(list: Item[], item: Item | null): boolean {
  if (item !== null) list.push(item)
  return item !== null
}

type Place = { id: string; line: number }

function parseSpan(place: Place, body: string, words: string): TextBound | null {
  const [, label, offsets] = /^(\S+) (\d+ \d+(?:;\d+ \d+)*)$/.exec(body.trim()) ?? []
  if (!label || !offsets) return null
  const fragments = offsets.split(';').map((pair) => pair.split(' ').map(Number) as Fragment)
  return { ...place, label, fragments, words }
}

/** `Type:T1 Theme:T2 Theme2:T3`: a role that comes again has a number, which is no part of its name. */
function parseEvent(place: Place, body: string): BratEvent | null {
  const pairs = body.trim().split(/\s+/).map(parseLink)
  const [trigger, ...links] = pairs
  if (!trigger || pairs.some((link) => link === null)) return null
  const roles = new Set(links.map((link) => link!.role))
  const plain = links.map((link) => {
    const base = link!.role.replace(/\d+$/, '')
    return { role: roles.has(base) ? base : link!.role, target: link!.target }
  })
  return { ...place, type: trigger.role, trigger: trigger.target, links: plain }
}

function parseLink(written: string): Link | null {
  const [, role, target] = /^(\S+):([TE]\S*)$/.exec(written) ?? []
  return role && target ? { role, target } : null
}

function parseRelation(place: Place, body: string): BratRelation | null {
  const [, type, head, tail] = /^(\S+) \S+:(\S+) \S+:(\S+)$/.exec(body.trim()) ?? []
  return type && head && tail ? { ...place, type, head, tail } : null
}

/** `Negated E1` says that it is so; `Severity E1 High` says how much. */
function parseAttribute(id: string, body: string): BratAttribute | null {
  const [name, target, ...value] = body.trim().split(' ')
  return name && target ? { id, name, target, value: value.join(' ') || 'true' } : null
}
