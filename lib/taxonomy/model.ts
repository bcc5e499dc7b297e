import { z } from 'zod'
import type { NodeLevel, NodeName } from '@/lib/artifacts/kinds/node/content'

/** How a node stands by the votes on it alone. Below a removed node nothing is in use, whatever it stands like. */
export const nodeStates = ['waiting', 'disputed', 'kept', 'removed'] as const
export const nodeStateSchema = z.enum(nodeStates)
export type NodeState = z.infer<typeof nodeStateSchema>

/** What the tree can be narrowed to. */
export const treeFilters = ['for-me', 'waiting', 'disputed', 'kept', 'removed'] as const
export const treeFilterSchema = z.enum(treeFilters)
export type TreeFilter = z.infer<typeof treeFilterSchema>

export const treeChanges = ['added', 'renamed', 'moved', 'merged'] as const
export const treeChangeSchema = z.enum(treeChanges)
export type TreeChange = z.infer<typeof treeChangeSchema>

/** What hangs directly below what; fields at the top. */
const below: Record<NodeLevel, readonly NodeLevel[]> = {
  field: ['sub-field', 'discipline'],
  'sub-field': ['discipline'],
  discipline: ['subject'],
  subject: [],
}

/** May a node of this level hang below one of that, or, where there is none, at the top? */
export function mayHang(level: NodeLevel, parent: NodeLevel | null): boolean {
  return parent === null ? level === 'field' : below[parent].includes(level)
}

/** The levels that may hang below a node; at the top: fields. */
export function levelsBelow(parent: NodeLevel | null): readonly NodeLevel[] {
  return parent === null ? ['field'] : below[parent]
}

/** A name as it is compared: width, case and spaces do not tell names apart. */
export function foldName(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim()
}

/** Do two names among siblings mean the same node? One common language is enough. */
export function isSameName(one: NodeName, other: NodeName): boolean {
  const same = (a: string, b: string) => a !== '' && foldName(a) === foldName(b)
  return same(one.en, other.en) || same(one.zh, other.zh)
}

/** A name in a language, or in the other where it has none. */
export function nameIn(name: NodeName, language: string): string {
  return language === 'zh' ? name.zh || name.en : name.en || name.zh
}

const PLACE = 6

/** How deep a node hangs, from 1, by its place. */
export function depthOf(path: string): number {
  return path.length / PLACE
}

/** The places of the nodes above one, from the top. */
export function pathsAbove(path: string): string[] {
  return Array.from({ length: depthOf(path) - 1 }, (_, at) => path.slice(0, (at + 1) * PLACE))
}

/** The place below `parent` that follows `last`, the last one taken there. */
export function nextPath(parent: string, last: string | null): string {
  const number = last ? Number(last.slice(-PLACE)) + 1 : 1
  return parent + String(number).padStart(PLACE, '0')
}

/** The part of a place that says where a node stands among its siblings. */
export function ownPlace(path: string): string {
  return path.slice(-PLACE)
}

// What is not written in Latin letters is found by one and two signs, the rest by three, as the database's `gloss_name_grams` cuts names.
const NOT_LATIN = /[\u0300-\u{10ffff}]/u

/** The pieces that a name must have to contain a text. None: it is too short to be looked up. */
export function gramsOf(text: string): string[] {
  const signs = [...text.toLowerCase()]
  const grams = signs.flatMap((_, at) =>
    [1, 2, 3].map((size) => signs.slice(at, at + size)).filter((piece, i) => piece.length === i + 1),
  )
  const kept = grams.map((piece) => [piece.length, piece.join('')] as const)
  return [
    ...new Set(kept.filter(([size, gram]) => size === 3 || NOT_LATIN.test(gram)).map(([, gram]) => gram)),
  ]
}
