import type { NodeLevel, NodeName } from '@/lib/artifacts/kinds/node/content'
import type { Tx } from '@/lib/platform/db'
import { timeId } from '@/lib/platform/time-id'
import { foldName, nextPath } from '@/lib/taxonomy/model'
import { keyBelow } from '@/lib/taxonomy/nodes/key-of'
import type { OutlineRow } from '@/lib/taxonomy/outline/model'

/** A node that a file brings, with how many nodes of the file are new below it. */
export type PlannedNode = {
  id: string
  parentId: string | null
  path: string
  key: string
  level: NodeLevel
  name: NodeName
  note: string
  children: number
  nodes: number
}

export type ImportPlan = {
  /** In the order of the tree: what stands above comes first. */
  added: PlannedNode[]
  /** Known nodes that something new hangs below: how many directly, and how many in all. */
  grown: Map<string, { children: number; nodes: number }>
  /** Rows that name a node which the tree has already, and rows that the file has twice. */
  known: number
  repeated: number
}

type Existing = {
  id: string
  parentId: string | null
  path: string
  level: string
  nameEn: string
  nameZh: string
  key: string
}

/** What a file would add to the tree: the same names from the top on are the same node, in either language. */
export async function planImport(
  tx: Tx,
  projectId: string,
  rows: readonly OutlineRow[],
): Promise<ImportPlan> {
  const existing = await tx.$queryRaw<Existing[]>`
    SELECT n.id, n.parent_id AS "parentId", n.path, n.level, n.name_en AS "nameEn", n.name_zh AS "nameZh", a.key
    FROM taxonomy_node n JOIN artifact a ON a.id = n.id
    WHERE n.project_id = ${projectId}::uuid AND NOT n.gone ORDER BY n.path`
  const taken = await tx.$queryRaw<{ parentId: string | null; last: string }[]>`
    SELECT parent_id AS "parentId", max(path) AS last FROM taxonomy_node WHERE project_id = ${projectId}::uuid GROUP BY 1`
  const lastBelow = new Map(taken.map(({ parentId, last }) => [parentId, last]))
  const byName = new Map<string, Place>()
  for (const { id, parentId, path, level, nameEn, nameZh, key } of existing)
    for (const name of namesOf(parentId, level, { en: nameEn, zh: nameZh }))
      byName.set(name, { id, path, key, planned: null })
  const plan: ImportPlan = { added: [], grown: new Map(), known: 0, repeated: 0 }
  const places: Place[] = []
  for (const row of rows) {
    const parent = row.parent < 0 ? null : places[row.parent]!
    const parentId = parent?.id ?? null
    const names = namesOf(parentId, row.level, row.name)
    const found = names.map((name) => byName.get(name)).find((place) => place !== undefined)
    if (found) {
      plan[found.planned ? 'repeated' : 'known']++
      places.push(found)
      continue
    }
    const path = nextPath(parent?.path ?? '', lastBelow.get(parentId) ?? null)
    lastBelow.set(parentId, path)
    const { level, name, note } = row
    const key = keyBelow(parent?.key ?? null, name)
    const planned = { id: timeId(), parentId, path, key, level, name, note, children: 0, nodes: 0 }
    plan.added.push(planned)
    const place: Place = { id: planned.id, path, key, planned }
    for (const one of names) byName.set(one, place)
    places.push(place)
  }
  countBelow(plan)
  plan.added.sort((a, b) => (a.path < b.path ? -1 : 1))
  return plan
}

type Place = { id: string; path: string; key: string; planned: PlannedNode | null }

/** By what a node is found below its parent: its level and its name in either language. */
function namesOf(parentId: string | null, level: string, { en, zh }: NodeName): string[] {
  return [en && `en ${foldName(en)}`, zh && `zh ${foldName(zh)}`]
    .filter((name) => name !== '')
    .map((name) => `${parentId}\n${level}\n${name}`)
}

/** What is deepest is added up first: rows come after what they hang below. */
function countBelow({ added, grown }: ImportPlan): void {
  const planned = new Map(added.map((node) => [node.id, node]))
  for (const { parentId, nodes } of added.toReversed()) {
    if (parentId === null) continue
    const parent = planned.get(parentId) ?? grown.get(parentId) ?? { children: 0, nodes: 0 }
    parent.children++
    parent.nodes += nodes + 1
    if (!planned.has(parentId)) grown.set(parentId, parent)
  }
}
