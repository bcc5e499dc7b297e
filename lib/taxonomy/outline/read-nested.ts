import { type NodeLevel, nodeLevelSchema } from '@/lib/artifacts/kinds/node/content'
import type { ReadOutline } from '@/lib/taxonomy/outline/model'
import { levelBelow, parseName, RowList } from '@/lib/taxonomy/outline/row-list'

type Found = Record<string, unknown>
const isRecord = (value: unknown): value is Found =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Where something stands in a file, by the keys that lead there. */
export type LineOf = (path: readonly (string | number)[]) => number

/** A tree as nested lists: `nodes: [{ level, name: { en, zh }, note, nodes }]`. A name may be one text, a level be left out. */
export function readNested(value: unknown, lineOf: LineOf): ReadOutline {
  const list = new RowList()
  const [top, at] = isRecord(value) ? [value.nodes, ['nodes']] : [value, []]
  if (Array.isArray(top)) addNodes(list, top, { parent: -1, level: null, path: at, lineOf })
  else list.fault(1, 'shape')
  return list.read()
}

type Below = { parent: number; level: NodeLevel | null; path: (string | number)[]; lineOf: LineOf }

function addNodes(
  list: RowList,
  nodes: readonly unknown[],
  { parent, level: above, path, lineOf }: Below,
): void {
  for (const [index, node] of nodes.entries()) {
    const here = [...path, index]
    // Finding a line takes a walk through the file: only what is wrong is worth it.
    const before = list.faults.length
    const name = isRecord(node) ? nameOf(node.name) : typeof node === 'string' ? parseName(node) : null
    const given = isRecord(node) ? node : {}
    const level = given.level === undefined ? levelBelow(above) : nodeLevelSchema.safeParse(given.level).data
    if (
      !name ||
      !level ||
      !isText(given.note) ||
      !(given.nodes === undefined || Array.isArray(given.nodes))
    ) {
      list.fault(lineOf(here), 'shape', here.join('.'))
      continue
    }
    const note = typeof given.note === 'string' ? given.note.trim() : ''
    const added = list.add({ parent, level, name, note, line: 0 })
    for (const fault of list.faults.slice(before)) fault.line = lineOf(here)
    const below = (given.nodes as unknown[] | undefined) ?? []
    addNodes(list, below, { parent: added, level, path: [...here, 'nodes'], lineOf })
  }
}

const isText = (value: unknown) => value === undefined || value === null || typeof value === 'string'

function nameOf(value: unknown): { en: string; zh: string } | null {
  if (typeof value === 'string') return parseName(value)
  if (!isRecord(value) || !isText(value.en) || !isText(value.zh)) return null
  return { en: String(value.en ?? '').trim(), zh: String(value.zh ?? '').trim() }
}
