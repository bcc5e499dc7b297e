import type { Content, LibraryKind } from '@/lib/artifacts/model'
import { writeContent } from '@/lib/library/folder/write-file'
import { findStanding } from '@/lib/library/reuse/find-standing'
import { joinContents } from '@/lib/library/reuse/join-contents'
import type { ForkTargets } from '@/lib/library/reuse/schema'
import { db } from '@/lib/platform/db'
import { requireRole } from '@/lib/projects/enter-project'
import type { ProjectActor } from '@/lib/projects/model'

/** The text of what stands, to write in; or one text of two. */
export async function readText(
  actor: ProjectActor,
  { artifact, merging }: { artifact: string; merging?: string | undefined },
): Promise<{ text: string }> {
  requireRole(actor, 'lead')
  const into = await findStanding(actor, artifact)
  if (!merging) return { text: writeContent(into.kind, into.content) }
  const { content } = await findStanding(actor, merging)
  return { text: writeContent(into.kind, joinContents(into.content, withoutExamples(into.content, content))) }
}

/** What the gold gives another label is no example of this one. */
function withoutExamples(into: Content, content: Content): Content {
  const isOther = 'label' in into && 'label' in content && into.label !== content.label
  return isOther ? { ...content, positives: [], negatives: [] } : content
}

/** Where a copy could go: other projects where the actor leads, with the corpora that have its task form. */
export async function listForkTargets(
  actor: ProjectActor,
  { artifact }: { artifact: string },
): Promise<ForkTargets> {
  const { kind, corpus } = await findStanding(actor, artifact)
  const projects = await db.project.findMany({
    where: {
      id: { not: actor.project.id },
      ...(actor.isAdmin ? {} : { members: { some: { userId: actor.id, role: { in: ['lead', 'admin'] } } } }),
    },
    select: {
      slug: true,
      name: true,
      corpora: {
        where: { state: 'ready', taskForm: corpus?.taskForm ?? '' },
        select: { id: true, name: true, fileSha256: true },
        orderBy: { name: 'asc' },
      },
    },
    orderBy: { name: 'asc' },
    take: 200,
  })
  return {
    needsCorpus: kind !== ('format' satisfies LibraryKind) && kind !== ('pair' satisfies LibraryKind),
    projects: projects.map(({ slug, name, corpora }) => ({
      ...{ slug, name },
      corpora: corpora.map(({ id, name: of, fileSha256 }) => ({
        id,
        name: of,
        same: fileSha256 === corpus?.fileSha256,
      })),
    })),
  }
}
