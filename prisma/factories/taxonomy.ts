import { randomUUID } from 'node:crypto'
import type { NodeLevel } from '@/lib/artifacts/kinds/node/content'
import { db } from '@/lib/platform/db'
import type { ProjectActor } from '@/lib/projects/model'
import { decideDraft } from '@/lib/reviews/decide-draft'
import { undoDecision } from '@/lib/reviews/undo-decision'
import { addNode } from '@/lib/taxonomy/nodes/add-node'
import { readNodeView } from '@/lib/taxonomy/queries'
import type { NodeView } from '@/lib/taxonomy/schema'

/** A node that a person added, by its English name. */
export async function growNode(
  actor: ProjectActor,
  given: { name: string; zh?: string; level: NodeLevel; below?: { id: string } },
): Promise<NodeView> {
  const { name: en, zh = '', level, below } = given
  return addNode(actor, { level, name: { en, zh }, note: '', parentId: below?.id ?? null })
}

/** One vote on a node as it is now. */
export async function voteOn(
  actor: ProjectActor,
  node: { id: string },
  vote: 'keep' | 'remove',
): Promise<NodeView> {
  const { version } = await readNodeView(actor, node.id)
  const verdict =
    vote === 'keep'
      ? ({ verdict: 'approve' } as const)
      : ({ verdict: 'reject', reasonCode: 'not-useful' } as const)
  await decideDraft(actor, {
    ...{ versionId: version.id, contentHash: version.contentHash, comment: '', elapsedMs: 10 },
    ...{ requestKey: `vote-${randomUUID()}`, ...verdict },
  })
  return readNodeView(actor, node.id)
}

/** Takes back what a person voted last. */
export async function takeVoteBack(actor: ProjectActor): Promise<void> {
  await undoDecision(actor, { requestKey: `undo-${randomUUID()}` })
}

type Counted = Record<'children' | 'nodes' | 'kept' | 'removed' | 'waiting' | 'disputed' | 'used', number> & {
  id: string
}

/** What the counts of every node should be, counted anew from how the nodes stand; and what they are. */
export async function countAnew(projectId: string): Promise<{ kept: Counted[]; counted: Counted[] }> {
  const rows = await db.taxonomyNode.findMany({
    where: { projectId, gone: false },
    orderBy: { path: 'asc' },
  })
  const below = (id: string) => rows.filter(({ parentId }) => parentId === id)
  const all = (id: string): typeof rows => below(id).flatMap((child) => [child, ...all(child.id)])
  const used = (id: string): number =>
    below(id)
      .filter(({ state }) => state !== 'removed')
      .reduce((sum, child) => sum + (child.keptId ? 1 : 0) + used(child.id), 0)
  const counted = rows.map(({ id }) => {
    const standing = (state: string) => all(id).filter((node) => node.state === state).length
    return {
      ...{ id, children: below(id).length, nodes: all(id).length, kept: standing('kept') },
      ...{ removed: standing('removed'), waiting: standing('waiting'), disputed: standing('disputed') },
      used: used(id),
    }
  })
  const kept = rows.map(({ id, children, nodes, kept, removed, waiting, disputed, used }) => ({
    ...{ id, children, nodes, kept, removed, waiting, disputed, used },
  }))
  return { kept, counted }
}
