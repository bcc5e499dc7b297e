import { type NodeName, nodeContentSchema } from '@/lib/artifacts/kinds/node/content'
import { recordOrigin } from '@/lib/artifacts/origin/record-origin'
import { proposeVersion } from '@/lib/artifacts/propose-version'
import { db, type Tx } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import { contentHash } from '@/lib/platform/hash'
import { requireRole } from '@/lib/projects/enter-project'
import type { ProjectActor } from '@/lib/projects/model'
import { holdArtifact } from '@/lib/reviews/read-standing'
import { refuseFaulty } from '@/lib/taxonomy/nodes/add-node'
import { findNode, refusePlace } from '@/lib/taxonomy/nodes/find-node'
import { holdTree } from '@/lib/taxonomy/nodes/hold-tree'
import { recordChange } from '@/lib/taxonomy/nodes/record-change'
import { standingVotes } from '@/lib/taxonomy/nodes/standing-votes'
import { readNodeView } from '@/lib/taxonomy/queries'
import type { NodeView } from '@/lib/taxonomy/schema'

/** Gives a node another name: a version that people vote on anew. The votes on the one of before stay with it, and are never dropped unsaid. */
export async function renameNode(
  actor: ProjectActor,
  input: { node: string; name: NodeName; note: string; askAgain: boolean },
): Promise<NodeView> {
  requireRole(actor, 'lead')
  const projectId = actor.project.id
  const { node: id, askAgain, ...change } = input
  await db.$transaction(async (tx) => {
    await holdTree(tx, projectId)
    const before = await findNode(tx, projectId, id)
    const { level, name, parentId } = before
    const content = { level, ...change }
    await refuseFaulty(content, projectId)
    const parent = parentId ? await findNode(tx, projectId, parentId) : null
    await refusePlace(tx, { projectId, id, level, name: content.name, parent })
    await holdArtifact(tx, before.versionId!)
    const version = await tx.version.findUniqueOrThrow({
      where: { id: before.versionId! },
      include: { draft: true },
    })
    if (contentHash(nodeContentSchema.parse(version.content)) === contentHash(content)) return
    await refuseUnseenVotes(tx, version.id, askAgain)
    const artifact = await tx.artifact.findUniqueOrThrow({ where: { id } })
    const author = { kind: 'person', id: actor.id } as const
    const next = await proposeVersion(tx, author, { artifact, content, parentId: version.id })
    await recordOrigin(tx, {
      versionId: next.id,
      artifact: { projectId, corpusId: null, kind: 'node' },
      author,
    })
    const data = {
      from: name,
      to: content.name,
      before: version.id,
      wasState: version.draft!.state,
      after: next.id,
    }
    await recordChange(tx, actor, { nodeId: id, name, data: { kind: 'renamed', ...data } })
  })
  return readNodeView(actor, id)
}

async function refuseUnseenVotes(tx: Tx, versionId: string, askAgain: boolean): Promise<void> {
  const count = await standingVotes(tx, versionId)
  if (count === 0 || askAgain) return
  throw new AppError(
    'conflict',
    `${count} people have voted on the name of before. Their votes stay with it; the new name is voted on anew. Say askAgain to go on.`,
    { reason: 'node-voted', params: { count } },
  )
}
