import type { NodeName } from '@/lib/artifacts/kinds/node/content'
import { audit } from '@/lib/platform/audit'
import type { Json, Tx } from '@/lib/platform/db'
import type { ProjectActor } from '@/lib/projects/model'

/** What a change keeps so that it can be taken back. */
export type ChangeData =
  | { kind: 'added' }
  | { kind: 'renamed'; from: NodeName; to: NodeName; before: string; wasState: string; after: string }
  | { kind: 'moved'; from: NodeName | null; to: NodeName; fromId: string | null; toId: string; path: string }
  | {
      kind: 'merged'
      to: NodeName
      intoId: string
      /** What went up in what, in order, and what was moved for it. */
      gone: { id: string; intoId: string; versionId: string | null; wasState: string }[]
      moved: { id: string; fromId: string; toId: string; path: string }[]
    }

/** Keeps a change of the tree, and who made it. */
export async function recordChange(
  tx: Tx,
  actor: ProjectActor,
  of: { nodeId: string; name: NodeName; data: ChangeData },
): Promise<void> {
  const { kind, ...data } = of.data
  await tx.taxonomyChange.create({
    data: { projectId: actor.project.id, kind, nodeId: of.nodeId, data: data as Json, byId: actor.id },
  })
  const about = { subjectKind: 'artifact', subjectId: of.nodeId, projectId: actor.project.id }
  const label = of.name.en || of.name.zh
  const to = 'to' in of.data ? { to: of.data.to.en || of.data.to.zh } : {}
  if (kind === 'added') await audit(tx, actor, { action: 'node.added', ...about, data: { label } })
  if (kind === 'renamed') await audit(tx, actor, { action: 'node.renamed', ...about, data: { label, ...to } })
  if (kind === 'moved') await audit(tx, actor, { action: 'node.moved', ...about, data: { label, ...to } })
  if (kind === 'merged') await audit(tx, actor, { action: 'node.merged', ...about, data: { label, ...to } })
}
