import type { NodeView } from '@/lib/taxonomy/schema'

/** What is loaded of what hangs below one node. `next`: where the next page begins; undefined before the first. */
export type Level = { items: readonly NodeView[]; next: string | null | undefined; error: unknown }
/** By the id of the node above; the fields under ''. */
export type Levels = ReadonlyMap<string, Level>
export const TOP = ''

/** A line of the tree on the screen. */
export type TreeLine =
  | { kind: 'node'; key: string; node: NodeView; depth: number; isOpen: boolean; isMatch: boolean }
  | { kind: 'more'; key: string; parent: string; depth: number; error: unknown }

/** The lines of the loaded tree, as far as it is open. */
export function linesOf(levels: Levels, open: ReadonlySet<string>, parent = TOP, depth = 1): TreeLine[] {
  const level = levels.get(parent)
  const lines = (level?.items ?? []).flatMap((node): TreeLine[] => {
    const isOpen = open.has(node.id) && node.children > 0
    const line = { kind: 'node', key: node.id, node, depth, isOpen, isMatch: false } as const
    return [line, ...(isOpen ? linesOf(levels, open, node.id, depth + 1) : [])]
  })
  if (level && level.next === null) return lines
  return [...lines, { kind: 'more', key: `more ${parent}`, parent, depth, error: level?.error ?? null }]
}

/** What was found, each below the nodes above it, in the order of the tree. */
export function foundLines(
  pages: readonly { items: readonly NodeView[]; above: readonly NodeView[] }[],
): TreeLine[] {
  const matches = new Set(pages.flatMap(({ items }) => items.map(({ id }) => id)))
  const all = new Map(
    pages.flatMap(({ items, above }) => [...above, ...items].map((node) => [node.path, node])),
  )
  return [...all.values()]
    .toSorted((a, b) => (a.path < b.path ? -1 : 1))
    .map((node) => ({
      ...{ kind: 'node', key: node.id, node, depth: node.path.length / 6 },
      ...{ isOpen: true, isMatch: matches.has(node.id) },
    }))
}

/** The same levels with newer states of these nodes. */
export function patchLevels(levels: Levels, nodes: readonly NodeView[]): Levels {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  return new Map(
    [...levels].map(([parent, level]) => [
      parent,
      level.items.some(({ id }) => byId.has(id))
        ? { ...level, items: level.items.map((node) => byId.get(node.id) ?? node) }
        : level,
    ]),
  )
}
