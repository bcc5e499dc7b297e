import { findKind } from '@/lib/artifacts/kinds/find-kind'
import { type ArtifactKind, type Content, type SomeContent, titleOf } from '@/lib/artifacts/model'
import { versionParts, versionViews } from '@/lib/artifacts/queries'
import { db } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import type { ProjectActor } from '@/lib/projects/model'
import { applyCorrections, type Correction, findCorrections } from '@/lib/reviews/lots/find-corrections'
import { groupSimilar } from '@/lib/reviews/lots/group-similar'
import type { LotDraft } from '@/lib/reviews/lots/schema'

/** Drafts looked through, from the front of the queue: nobody decides more of them together. */
const LOOKED_THROUGH = 500
const MOST_OFFERED = 200

/** What an edit of the caller's replaced, and the drafts that say the same with what they would become. Writes nothing. */
export async function previewCorrections(
  actor: ProjectActor,
  input: { decision: string },
): Promise<{
  corrections: Correction[]
  items: (LotDraft & { corrected: Record<string, unknown> })[]
  looked: number
}> {
  // What somebody wrote for a gold question corrects no draft.
  const isAnswer = { id: input.decision, projectId: actor.project.id, reviewerId: actor.id, verdict: 'edit' }
  if ((await db.goldAnswer.count({ where: isAnswer })) > 0) return { corrections: [], items: [], looked: 0 }
  const { kind, before, after, artifactId } = await readEdit(actor, input.decision)
  const corrections = findCorrections(before, after)
  if (corrections.length === 0) return { corrections, items: [], looked: 0 }
  const drafts = await openDrafts(actor, { kind, except: artifactId })
  const { isSame } = findKind(kind)
  const items = drafts.flatMap((draft) => {
    const corrected = applyCorrections(draft.version.content, corrections)
    return corrected && isSame(draft.version.content, corrected)
      ? [{ ...draft, corrected: corrected as Record<string, unknown> }]
      : []
  })
  return { corrections, items: items.slice(0, MOST_OFFERED), looked: drafts.length }
}

/** What waits for the caller in groups that say nearly the same. */
export async function listSimilar(
  actor: ProjectActor,
  input: { kind: ArtifactKind },
): Promise<{ groups: { likeness: number; items: LotDraft[] }[]; looked: number }> {
  const drafts = await openDrafts(actor, { kind: input.kind, except: null })
  const texts = drafts.map(({ version }) =>
    wordingOf({ kind: version.kind, content: version.content } as SomeContent),
  )
  const groups = groupSimilar(texts).map(({ likeness, members }) => ({
    likeness,
    items: members.slice(0, MOST_OFFERED).map((at) => drafts[at]!),
  }))
  return { groups, looked: drafts.length }
}

/** The words of a content with its label left out: drafts of two labels are alike in what they say of these. */
function wordingOf({ kind, content }: SomeContent): string {
  const { searched } = findKind(kind)
  const texts = searched.map((field) => textIn((content as Record<string, unknown>)[field]))
  const label = 'label' in content ? content.label : ''
  return label ? texts.join('\n').replaceAll(label, '·') : texts.join('\n')
}

function textIn(value: unknown): string {
  if (typeof value === 'string') return value
  if (value === null || typeof value !== 'object') return ''
  return Object.values(value).map(textIn).join('\n')
}

async function readEdit(actor: ProjectActor, decisionId: string) {
  const row = await db.decision.findFirst({
    where: { id: decisionId, projectId: actor.project.id, reviewerId: actor.id },
    select: {
      version: { select: { content: true, artifactId: true, artifact: { select: { kind: true } } } },
      resultVersion: { select: { content: true } },
    },
  })
  if (!row?.resultVersion)
    throw new AppError('not_found', 'There is no such edit of yours in this project.', {
      reason: 'decision-unknown',
    })
  const { kind, content } = findKind<ArtifactKind>(row.version.artifact.kind)
  const read = (given: unknown) => content.parse(given) as Content
  return {
    kind,
    artifactId: row.version.artifactId,
    before: read(row.version.content),
    after: read(row.resultVersion.content),
  }
}

/** What waits and has a place that nobody else holds, from the front of the queue, with the caller's own writing left out. */
async function openDrafts(
  actor: ProjectActor,
  of: { kind: ArtifactKind; except: string | null },
): Promise<LotDraft[]> {
  const rows = await db.version.findMany({
    where: {
      artifactId: of.except ? { not: of.except } : undefined,
      NOT: { authorKind: 'person', authorId: actor.id },
      decisions: {
        none: { reviewerId: actor.id, verdict: { in: ['approve', 'edit', 'reject'] }, undoneBy: null },
      },
      draft: {
        projectId: actor.project.id,
        kind: of.kind,
        state: 'waiting',
        OR: [
          { assignedTo: { isEmpty: true } },
          { assignedTo: { hasSome: [actor.id, `role:${actor.role}`] } },
        ],
        slots: {
          some: {
            closedAt: null,
            OR: [{ holderId: null }, { holderId: actor.id }, { leasedUntil: { lt: new Date() } }],
          },
        },
      },
    },
    include: { ...versionParts, artifact: { select: { kind: true, corpus: { select: { name: true } } } } },
    orderBy: { draft: { position: 'asc' } },
    take: LOOKED_THROUGH,
  })
  const views = await versionViews(rows)
  return views.map((version, at) => ({
    version,
    corpusName: rows[at]!.artifact.corpus?.name ?? null,
    title: titleOf({ kind: version.kind, content: version.content } as SomeContent).title,
  }))
}
