import { findKind } from '@/lib/artifacts/kinds/find-kind'
import type { NodeContent } from '@/lib/artifacts/kinds/node/content'
import { recordOrigin } from '@/lib/artifacts/origin/record-origin'
import { proposeVersion } from '@/lib/artifacts/propose-version'
import { db } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import { timeId } from '@/lib/platform/time-id'
import type { ProjectActor } from '@/lib/projects/model'
import { findNode, refusePlace } from '@/lib/taxonomy/nodes/find-node'
import { holdTree } from '@/lib/taxonomy/nodes/hold-tree'
import { keyOf } from '@/lib/taxonomy/nodes/key-of'
import { addUp, placeBelow } from '@/lib/taxonomy/nodes/place-node'
import { recordChange } from '@/lib/taxonomy/nodes/record-change'
import { readNodeView } from '@/lib/taxonomy/queries'
import type { NodeView } from '@/lib/taxonomy/schema'

/** Adds a node that people vote on. It is its author's: others decide it. */
export async function addNode(
  actor: ProjectActor,
  input: NodeContent & { parentId: string | null },
): Promise<NodeView> {
  const { parentId, ...content } = input
  const projectId = actor.project.id
  await refuseFaulty(content, projectId)
  const id = timeId()
  await db.$transaction(async (tx) => {
    await holdTree(tx, projectId)
    const parent = parentId ? await findNode(tx, projectId, parentId) : null
    await refusePlace(tx, { projectId, parent, ...content })
    const { level, name } = content
    const key = await keyOf(tx, { projectId, id, name, parentId })
    const artifact = await tx.artifact.create({
      data: { id, projectId, kind: 'node', taskForm: 'general', key },
    })
    const path = await placeBelow(tx, projectId, parent)
    await tx.taxonomyNode.create({
      data: { id, projectId, parentId, level, path, nameEn: name.en, nameZh: name.zh },
    })
    const author = { kind: 'person', id: actor.id } as const
    const version = await proposeVersion(tx, author, { artifact, content })
    await recordOrigin(tx, {
      versionId: version.id,
      artifact: { projectId, corpusId: null, kind: 'node' },
      author,
    })
    await addUp(tx, id, 1)
    await recordChange(tx, actor, { nodeId: id, name, data: { kind: 'added' } })
  })
  return readNodeView(actor, id)
}

/** A name that a tree as text could not hold is refused. */
export async function refuseFaulty(content: NodeContent, projectId: string): Promise<void> {
  const { check, faulty } = findKind('node')
  const { issues } = await check(content, { projectId, corpusId: null, within: db })
  if (issues.length === 0) return
  throw new AppError('invalid', faulty.message, {
    reason: faulty.reason,
    params: { count: issues.length },
    issues: issues.map(({ path, code, message }) => ({ path: `body.${path}`, message: message ?? code })),
  })
}
