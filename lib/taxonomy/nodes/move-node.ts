import { db } from '@/lib/platform/db'
import { requireRole } from '@/lib/projects/enter-project'
import type { ProjectActor } from '@/lib/projects/model'
import { findNode, refusePlace } from '@/lib/taxonomy/nodes/find-node'
import { holdTree } from '@/lib/taxonomy/nodes/hold-tree'
import { placeBelow, rehang } from '@/lib/taxonomy/nodes/place-node'
import { recordChange } from '@/lib/taxonomy/nodes/record-change'
import { readNodeView } from '@/lib/taxonomy/queries'
import type { NodeView } from '@/lib/taxonomy/schema'

/** Hangs a node with all below it somewhere else. What people said of it was about its name: their votes stay. */
export async function moveNode(
  actor: ProjectActor,
  input: { node: string; parentId: string },
): Promise<NodeView> {
  requireRole(actor, 'lead')
  const projectId = actor.project.id
  await db.$transaction(async (tx) => {
    await holdTree(tx, projectId)
    const node = await findNode(tx, projectId, input.node)
    const to = await findNode(tx, projectId, input.parentId)
    if (to.id === node.parentId) return
    await refusePlace(tx, { projectId, id: node.id, level: node.level, name: node.name, parent: to })
    const from = node.parentId ? await findNode(tx, projectId, node.parentId) : null
    await rehang(tx, node, { parentId: to.id, path: await placeBelow(tx, projectId, to) })
    await recordChange(tx, actor, {
      nodeId: node.id,
      name: node.name,
      data: {
        ...{ kind: 'moved', from: from?.name ?? null, to: to.name },
        ...{ fromId: node.parentId, toId: to.id, path: node.path },
      },
    })
  })
  return readNodeView(actor, input.node)
}
