import { addVersion } from '@/lib/artifacts/add-version'
import { findKind } from '@/lib/artifacts/kinds/find-kind'
import type { Content } from '@/lib/artifacts/model'
import { measureEdit } from '@/lib/artifacts/origin/measure-edit'
import type { Tx } from '@/lib/platform/db'
import { contentHash } from '@/lib/platform/hash'
import type { ProjectActor } from '@/lib/projects/model'
import { checkEdit } from '@/lib/reviews/check-edit'
import type { Standing } from '@/lib/reviews/read-standing'

type EditedText = { versionId: string; contentHash: string }

/**
 * The text of an edit as a version of its own, in the place of what was shown only once the votes are for it. Who edits a draft to
 * the same text as somebody before votes for that one.
 */
export async function proposeEdit(
  tx: Tx,
  actor: ProjectActor,
  { content, standing }: { content: Content; standing: Standing },
): Promise<EditedText> {
  const evidence = await checkEdit(tx, actor, { content, standing })
  const { artifact, versionId: parentId } = standing
  const same = await tx.version.findFirst({
    where: { parentId, contentHash: contentHash(content), draft: { state: 'proposed' } },
    select: { id: true, contentHash: true },
  })
  if (same) return { versionId: same.id, contentHash: same.contentHash }
  const author = { kind: 'person' as const, id: actor.id }
  const edited = await addVersion(tx, author, { artifactId: artifact.id, content, evidence, parentId })
  const { projectId, kind, key } = artifact
  const { label, doubt, touches } = findKind(artifact.kind).weigh({ content, evidence, key })
  await tx.draft.create({
    data: {
      ...{ versionId: edited.id, projectId, kind, state: 'proposed', authorId: actor.id },
      ...{ label: label.slice(0, 200), doubt, touches },
    },
  })
  await measureEdit(tx, {
    versionId: edited.id,
    kind: artifact.kind,
    before: standing.content,
    after: content,
  })
  return { versionId: edited.id, contentHash: edited.contentHash }
}
