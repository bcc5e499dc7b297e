import { audit } from '@/lib/platform/audit'
import { db, type Tx } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import { requireRole } from '@/lib/projects/enter-project'
import type { ProjectActor } from '@/lib/projects/model'
import { closeDrafts, reopenDraft } from '@/lib/taxonomy/nodes/close-drafts'
import { findNode, refusePlace } from '@/lib/taxonomy/nodes/find-node'
import { holdTree } from '@/lib/taxonomy/nodes/hold-tree'
import { addUp, placeAgain, rehang } from '@/lib/taxonomy/nodes/place-node'
import type { ChangeData } from '@/lib/taxonomy/nodes/record-change'
import { standingVotes } from '@/lib/taxonomy/nodes/standing-votes'

/** Takes back a change of the tree: the last of its node, and nothing that people have voted on since. */
export async function undoChange(
  actor: ProjectActor,
  input: { change: string },
): Promise<Record<string, never>> {
  const projectId = actor.project.id
  await db.$transaction(
    async (tx) => {
      await holdTree(tx, projectId)
      const row = await tx.taxonomyChange.findFirst({
        where: { id: input.change, projectId },
        include: { node: true },
      })
      if (!row)
        throw new AppError('not_found', 'There is no such change of the taxonomy.', {
          reason: 'change-unknown',
        })
      if (row.kind !== 'added' || row.byId !== actor.id) requireRole(actor, 'lead')
      if (row.undoneAt)
        throw new AppError('conflict', 'This was taken back already.', { reason: 'already-undone' })
      await refuseLater(tx, row)
      await takeBack(tx, row.node, { kind: row.kind, ...(row.data as object) } as ChangeData)
      await tx.taxonomyChange.update({
        where: { id: row.id },
        data: { undoneAt: new Date(), undoneById: actor.id },
      })
      await audit(tx, actor, {
        action: 'node.undone',
        ...{ subjectKind: 'artifact', subjectId: row.nodeId, projectId },
        data: { label: row.node.nameEn || row.node.nameZh, change: row.kind },
      })
    },
    { timeout: 60_000 },
  )
  return {}
}

type Node = { id: string; projectId: string; parentId: string | null; path: string; versionId: string | null }

function refuse(): never {
  throw new AppError('conflict', 'Something rests on this change by now, so it cannot be taken back.', {
    reason: 'change-built-on',
  })
}

async function refuseLater(tx: Tx, row: { nodeId: string; number: bigint }): Promise<void> {
  const where = { nodeId: row.nodeId, number: { gt: row.number }, undoneAt: null }
  if (await tx.taxonomyChange.findFirst({ where, select: { id: true } })) refuse()
}

async function takeBack(tx: Tx, node: Node, data: ChangeData): Promise<void> {
  switch (data.kind) {
    case 'added':
      return takeAway(tx, node)
    case 'renamed': {
      if (node.versionId !== data.after || (await standingVotes(tx, data.after)) > 0) refuse()
      await closeDrafts(tx, node.id)
      return reopenDraft(tx, data.before, data.wasState)
    }
    case 'moved': {
      if (node.parentId !== data.toId || data.fromId === null) refuse()
      const [from, found] = [
        await findNode(tx, node.projectId, data.fromId),
        await findNode(tx, node.projectId, node.id),
      ]
      await refusePlace(tx, { ...found, parent: from })
      return rehang(tx, node, { parentId: from.id, path: await placeAgain(tx, from, data.path) })
    }
    case 'merged':
      return takeApart(tx, node, data)
  }
}

/** What nobody has voted on and nothing hangs below was never there. */
async function takeAway(tx: Tx, node: Node): Promise<void> {
  const { children } = await findNode(tx, node.projectId, node.id)
  if (children > 0 || (await standingVotes(tx, node.versionId!)) > 0) refuse()
  await closeDrafts(tx, node.id)
  await addUp(tx, node.id, -1)
  await tx.taxonomyNode.update({ where: { id: node.id }, data: { gone: true } })
  await tx.artifact.update({ where: { id: node.id }, data: { retiredAt: new Date() } })
}

async function takeApart(tx: Tx, node: Node, data: Extract<ChangeData, { kind: 'merged' }>): Promise<void> {
  const { projectId } = node
  for (const one of data.gone.toReversed()) {
    const { parentId, nameEn, nameZh, level } = await tx.taxonomyNode.findUniqueOrThrow({
      where: { id: one.id },
    })
    const parent = parentId ? await findNode(tx, projectId, parentId) : null
    const name = { en: nameEn, zh: nameZh }
    if (one.id === node.id)
      await refusePlace(tx, { projectId, id: one.id, name, parent, level: level as 'field' })
    await tx.artifact.update({ where: { id: one.id }, data: { retiredAt: null } })
    await tx.taxonomyNode.update({ where: { id: one.id }, data: { gone: false, mergedInto: null } })
    await addUp(tx, one.id, 1)
    if (one.versionId) await reopenDraft(tx, one.versionId, one.wasState)
  }
  for (const { id, fromId, toId, path } of data.moved) {
    const child = await findNode(tx, projectId, id)
    if (child.parentId !== toId) refuse()
    const from = await findNode(tx, projectId, fromId)
    await rehang(tx, child, { parentId: fromId, path: await placeAgain(tx, from, path) })
  }
}
