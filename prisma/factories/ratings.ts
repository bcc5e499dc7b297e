import { randomUUID } from 'node:crypto'
import type { Content } from '@/lib/artifacts/model'
import { db } from '@/lib/platform/db'
import { contentHash } from '@/lib/platform/hash'
import type { ProjectActor } from '@/lib/projects/model'
import type { ReasonCode, Verdict } from '@/lib/reviews/model'

type Rated = { id: string; artifactId: string; contentHash: string; content: Content }

/** A decision as the desk would have written it, on a draft that several decide, on a day of one's choice. */
export async function rate(
  reviewer: ProjectActor,
  draft: Rated,
  given: {
    verdict: Exclude<Verdict, 'undo'>
    at?: Date
    elapsedMs?: number
    reasonCode?: ReasonCode
    /** What an edit leaves; by default what it found. */
    content?: Content
  },
): Promise<{ id: string }> {
  const { verdict, at = new Date(), elapsedMs = 1000, reasonCode = 'too-vague' } = given
  const edited = verdict === 'edit' ? await editOf(reviewer, draft, given.content ?? draft.content) : null
  return db.decision.create({
    data: {
      ...{ projectId: reviewer.project.id, reviewerId: reviewer.id, requestKey: `rated-${randomUUID()}` },
      ...{ versionId: draft.id, contentHash: draft.contentHash, verdict, elapsedMs, createdAt: at },
      reasonCode: verdict === 'reject' ? reasonCode : null,
      resultVersionId: edited?.id ?? null,
    },
    select: { id: true },
  })
}

async function editOf(reviewer: ProjectActor, draft: Rated, content: Content): Promise<{ id: string }> {
  const { artifactId } = draft
  const newest = await db.version.findFirstOrThrow({ where: { artifactId }, orderBy: { number: 'desc' } })
  return db.version.create({
    data: {
      ...{ artifactId, number: newest.number + 1, parentId: draft.id, content: content as object },
      ...{ contentHash: contentHash(content), authorKind: 'person', authorId: reviewer.id },
    },
    select: { id: true },
  })
}

/** Takes back a decision that `rate` made. */
export async function unrate(reviewer: ProjectActor, draft: Rated, decision: { id: string }): Promise<void> {
  await db.decision.create({
    data: {
      ...{ projectId: reviewer.project.id, reviewerId: reviewer.id, requestKey: `undone-${randomUUID()}` },
      ...{ versionId: draft.id, contentHash: draft.contentHash, verdict: 'undo', undoesId: decision.id },
    },
  })
}
