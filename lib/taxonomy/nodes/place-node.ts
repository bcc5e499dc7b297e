import type { Tx } from '@/lib/platform/db'
import { nextPath, ownPlace } from '@/lib/taxonomy/model'

/** The place after the last below a node, or at the top. */
export async function placeBelow(
  tx: Tx,
  projectId: string,
  parent: { id: string; path: string } | null,
): Promise<string> {
  const last = await tx.taxonomyNode.aggregate({
    where: { projectId, parentId: parent?.id ?? null },
    _max: { path: true },
  })
  return nextPath(parent?.path ?? '', last._max.path)
}

/** The place where a node stood before, or, where that is taken, the last. */
export async function placeAgain(
  tx: Tx,
  parent: { id: string; projectId: string; path: string },
  before: string,
): Promise<string> {
  const path = parent.path + ownPlace(before)
  const taken = await tx.taxonomyNode.findFirst({ where: { projectId: parent.projectId, path } })
  return taken ? placeBelow(tx, parent.projectId, parent) : path
}

/** Adds a node and all below it to the counts above it, or, by -1, takes them off. */
export async function addUp(tx: Tx, id: string, sign: 1 | -1): Promise<void> {
  await tx.$executeRaw`SELECT gloss_add_up_nodes(ARRAY[gloss_node_weight(${id}::uuid, ${sign}::int)])`
}

/** Hangs a node with all below it at another place. */
export async function rehang(
  tx: Tx,
  node: { id: string; projectId: string; path: string },
  to: { parentId: string | null; path: string },
): Promise<void> {
  await addUp(tx, node.id, -1)
  await tx.$executeRaw`
    UPDATE taxonomy_node SET path = ${to.path} || substr(path, ${node.path.length + 1}::int)
    WHERE project_id = ${node.projectId}::uuid AND path LIKE ${`${node.path}%`}`
  await tx.taxonomyNode.update({ where: { id: node.id }, data: { parentId: to.parentId } })
  await addUp(tx, node.id, 1)
}
