import { db, type Tx } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import { requireRole } from '@/lib/projects/enter-project'
import type { ProjectActor } from '@/lib/projects/model'
import { isSameName } from '@/lib/taxonomy/model'
import { closeDrafts } from '@/lib/taxonomy/nodes/close-drafts'
import { type FoundNode, findNode } from '@/lib/taxonomy/nodes/find-node'
import { holdTree } from '@/lib/taxonomy/nodes/hold-tree'
import { addUp, placeBelow, rehang } from '@/lib/taxonomy/nodes/place-node'
import { type ChangeData, recordChange } from '@/lib/taxonomy/nodes/record-change'
import { readNodeView } from '@/lib/taxonomy/queries'
import type { NodeView } from '@/lib/taxonomy/schema'

type Merged = Pick<Extract<ChangeData, { kind: 'merged' }>, 'gone' | 'moved'>

/**
 * Lets a node go up in another of its level. What hangs below it moves there, and goes up in what has the same name there. Votes on what
 * goes stay with it as history; those on what stays count as before.
 */
export async function mergeNodes(
  actor: ProjectActor,
  input: { node: string; intoId: string },
): Promise<NodeView> {
  requireRole(actor, 'lead')
  const projectId = actor.project.id
  await db.$transaction(
    async (tx) => {
      await holdTree(tx, projectId)
      const node = await findNode(tx, projectId, input.node)
      const into = await findNode(tx, projectId, input.intoId)
      if (node.id === into.id || node.level !== into.level)
        throw new AppError('invalid', 'A node goes up in another one of its own level.', {
          reason: 'merge-level',
        })
      const merged: Merged = { gone: [], moved: [] }
      await mergeInto(tx, { node, into, merged })
      await recordChange(tx, actor, {
        nodeId: node.id,
        name: node.name,
        data: { kind: 'merged', to: into.name, intoId: into.id, ...merged },
      })
    },
    { timeout: 60_000 },
  )
  return readNodeView(actor, input.intoId)
}

async function mergeInto(tx: Tx, of: { node: FoundNode; into: FoundNode; merged: Merged }): Promise<void> {
  const { node, into, merged } = of
  const [below, there] = [await childrenOf(tx, node), await childrenOf(tx, into)]
  for (const child of below) {
    const twin = there.find((one) => one.level === child.level && isSameName(one.name, child.name))
    if (twin) {
      await mergeInto(tx, { node: child, into: twin, merged })
      continue
    }
    // Places of before: what moved away is put back where it stood.
    merged.moved.push({ id: child.id, fromId: node.id, toId: into.id, path: child.path })
    await rehang(tx, child, { parentId: into.id, path: await placeBelow(tx, into.projectId, into) })
  }
  const wasState = await closeDrafts(tx, node.id)
  await addUp(tx, node.id, -1)
  await tx.taxonomyNode.update({ where: { id: node.id }, data: { gone: true, mergedInto: into.id } })
  await tx.artifact.update({ where: { id: node.id }, data: { retiredAt: new Date() } })
  merged.gone.push({ id: node.id, intoId: into.id, versionId: node.versionId, wasState })
}

async function childrenOf(tx: Tx, node: FoundNode): Promise<FoundNode[]> {
  const rows = await tx.taxonomyNode.findMany({
    where: { parentId: node.id, gone: false },
    orderBy: { path: 'asc' },
    select: { id: true },
  })
  const found: FoundNode[] = []
  for (const { id } of rows) found.push(await findNode(tx, node.projectId, id))
  return found
}
