import { findKind } from '@/lib/artifacts/kinds/find-kind'
import { artifactKindSchema, type SomeContent, titleOf } from '@/lib/artifacts/model'
import type { Tx } from '@/lib/platform/db'
import type { Actor } from '@/lib/platform/model'
import { notifyTogether } from '@/lib/projects/notifications/notify-together'

/** The leads of the project learn that reviewers disagree about drafts, in one notice until they have read it. */
export async function tellLeads(
  tx: Tx,
  actor: Actor,
  { projectId, disputed }: { projectId: string; disputed: readonly string[] },
): Promise<void> {
  const newest = disputed.at(-1)
  if (newest === undefined) return
  const [version, leads] = await Promise.all([
    tx.version.findUniqueOrThrow({ where: { id: newest }, include: { artifact: true } }),
    tx.membership.findMany({
      where: { projectId, role: { in: ['lead', 'admin'] }, user: { kind: 'person' } },
      select: { userId: true },
    }),
  ])
  const kind = artifactKindSchema.parse(version.artifact.kind)
  const content = { kind, content: findKind(kind).content.parse(version.content) } as SomeContent
  await notifyTogether(tx, actor, {
    projectId,
    to: leads.map(({ userId }) => userId),
    notice: {
      ...{ kind: 'disputed', artifactId: version.artifactId, artifact: kind, versionId: newest },
      ...{ title: titleOf(content).title, count: disputed.length },
    },
  })
}
