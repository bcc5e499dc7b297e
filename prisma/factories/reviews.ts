import { randomUUID } from 'node:crypto'
import type { GuidelineContent } from '@/lib/artifacts/kinds/guideline/content'
import type { Author, Content } from '@/lib/artifacts/model'
import { proposeVersion } from '@/lib/artifacts/propose-version'
import { db } from '@/lib/platform/db'
import type { ProjectActor } from '@/lib/projects/model'
import { decideDraft } from '@/lib/reviews/decide-draft'
import { leaseDrafts } from '@/lib/reviews/lease-drafts'
import type { ReasonCode } from '@/lib/reviews/model'
import type { DecisionView } from '@/lib/reviews/schema'
import { makeCorpus } from '@/prisma/factories/corpora'

export type QueuedDraft = {
  id: string
  artifactId: string
  contentHash: string
  content: GuidelineContent
  corpusId: string
}

export function guidelineContent(given: Partial<GuidelineContent> = {}): GuidelineContent {
  return {
    label: 'vessel',
    language: 'en',
    definition: 'A named ship or boat.',
    includes: ['ferries and tugs'],
    excludes: ['the harbour a ship is named after'],
    questions: [],
    typical: ['Grey Petrel'],
    positives: [],
    negatives: [],
    paraphrases: { en: [], zh: [] },
    ...given,
  }
}

/** Guidelines that wait in the queue in this order, one per label; without evidence, so that many are made at once. */
export async function queueDrafts(
  actor: ProjectActor,
  given: {
    count?: number
    corpus?: { id: string }
    contents?: Partial<GuidelineContent>[]
    /** The person who wrote them; else the miner. */
    author?: { id: string }
  } = {},
): Promise<QueuedDraft[]> {
  const corpusId = (given.corpus ?? (await makeCorpus(actor, { sentences: ['No mention here.'] }))).id
  const contents =
    given.contents ?? Array.from({ length: given.count ?? 1 }, (_, i) => ({ label: `label-${i + 1}` }))
  const drafts: QueuedDraft[] = []
  for (const some of contents) {
    const content = guidelineContent(some)
    drafts.push({ ...(await propose(actor, { ...given, corpusId, content })), content, corpusId })
  }
  return drafts
}

/** The next draft of an artifact: its first when the label has none. */
export async function propose(
  actor: ProjectActor,
  given: { corpusId: string; content: GuidelineContent; author?: { id: string } },
) {
  const { corpusId, content } = given
  const author: Author = given.author
    ? { kind: 'person', id: given.author.id }
    : { kind: 'miner', id: 'corpus-miner/1' }
  const identity = { projectId: actor.project.id, kind: 'guideline', corpusId, key: content.label }
  return db.$transaction(async (tx) => {
    const artifact =
      (await tx.artifact.findFirst({ where: identity })) ??
      (await tx.artifact.create({ data: { ...identity, taskForm: 'ner' } }))
    return proposeVersion(tx, author, { artifact, content })
  })
}

/** What drafts that are queued from now on are reviewed by, guidelines unless said otherwise. */
export async function planReviews(
  actor: ProjectActor,
  given: {
    kind?: string
    overlap?: number
    strategy?: string
    assignedTo?: string[]
    blind?: boolean
    ownDrafts?: boolean
    goldEvery?: number
    warmUpCount?: number
    warmUpBar?: number
  },
): Promise<void> {
  const { kind = 'guideline', ...plan } = given
  const id = { projectId: actor.project.id, kind }
  await db.reviewPlan.upsert({ where: { projectId_kind: id }, create: { ...id, ...plan }, update: plan })
}

type Draft = { id: string; contentHash: string }

function deed(draft: Draft) {
  return {
    versionId: draft.id,
    contentHash: draft.contentHash,
    comment: '',
    elapsedMs: 1200,
    requestKey: `key-${randomUUID()}`,
  }
}

/** Decisions as the desk makes them: the draft is taken first, and decided with what was read. */
export async function approveDraft(actor: ProjectActor, draft: Draft): Promise<DecisionView> {
  await leaseDrafts(actor, { versionId: draft.id, count: 1 })
  return (await decideDraft(actor, { ...deed(draft), verdict: 'approve' })).decision
}

export async function rejectDraft(
  actor: ProjectActor,
  draft: Draft,
  given: { reasonCode?: ReasonCode } = {},
): Promise<DecisionView> {
  await leaseDrafts(actor, { versionId: draft.id, count: 1 })
  const reasonCode = given.reasonCode ?? 'too-vague'
  return (await decideDraft(actor, { ...deed(draft), verdict: 'reject', reasonCode })).decision
}

export async function editDraft(actor: ProjectActor, draft: Draft, content: Content): Promise<DecisionView> {
  await leaseDrafts(actor, { versionId: draft.id, count: 1 })
  return (await decideDraft(actor, { ...deed(draft), verdict: 'edit', content })).decision
}

export async function skipDraft(actor: ProjectActor, draft: Draft): Promise<DecisionView> {
  await leaseDrafts(actor, { versionId: draft.id, count: 1 })
  return (await decideDraft(actor, { ...deed(draft), verdict: 'skip' })).decision
}

/** As if a reviewer had gone for lunch: their leases are over. */
export async function lapseLeases(actor: ProjectActor): Promise<void> {
  await db.$executeRaw`
    UPDATE review_slot SET leased_until = now()::timestamp - interval '1 second'
    WHERE project_id = ${actor.project.id}::uuid AND holder_id = ${actor.id} AND closed_at IS NULL`
}
