import type { Tx } from '@/lib/platform/db'
import { findNode } from '@/lib/taxonomy/nodes/find-node'

/** Refuses nodes that the tree of the project does not have. */
export async function requireNodes(tx: Tx, projectId: string, nodes: readonly string[]): Promise<void> {
  const found = await tx.taxonomyNode.findMany({
    where: { projectId, gone: false, id: { in: [...nodes] } },
    select: { id: true },
  })
  const known = new Set(found.map(({ id }) => id))
  const unknown = nodes.find((id) => !known.has(id))
  if (unknown) await findNode(tx, projectId, unknown)
}
