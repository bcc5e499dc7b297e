import { findKind } from '@/lib/artifacts/kinds/find-kind'
import { type ArtifactKind, type SomeContent, titleOf } from '@/lib/artifacts/model'
import { versionParts, versionViews } from '@/lib/artifacts/queries'
import { CURSOR_ID, cutPage, parseCursor } from '@/lib/platform/cursor'
import { db, sql } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import { requireRole } from '@/lib/projects/enter-project'
import type { ProjectActor } from '@/lib/projects/model'
import { findGuidelines } from '@/lib/reviews/adjudication/find-guidelines'
import { agreementOf } from '@/lib/reviews/adjudication/model'
import { readAdjudications } from '@/lib/reviews/adjudication/read-adjudications'
import type { Dispute, DisputeItem } from '@/lib/reviews/adjudication/schema'
import { decisionViews } from '@/lib/reviews/queries'
import type { DeskItem } from '@/lib/reviews/schema'
import { stands } from '@/lib/reviews/stands'

type Page = { items: DisputeItem[]; nextCursor: string | null; open: number }
type Asked = { cursor?: string | undefined; limit?: number; kind?: ArtifactKind | undefined }
type Row = Omit<DisputeItem, 'title' | 'since' | 'agreement' | 'adjudication'> & {
  content: unknown
  since: Date
  rank: number
  position: bigint
}

/**
 * True for a decision `d` of the round of a draft `w` that was disputed: of the newest one that a lead settled, also after the draft
 * was sent back and waits for another; else of the one that goes on.
 */
const ofTheRound = sql`
  CASE WHEN w.state = 'disputed' THEN d.number > w.votes_after ELSE EXISTS (
    SELECT 1 FROM adjudication ja JOIN decision l ON l.id = ja.decision_id
    WHERE ja.version_id = w.version_id AND l.number > d.number
      AND NOT EXISTS (SELECT 1 FROM decision u WHERE u.undoes_id = l.id)
      AND d.number > COALESCE((SELECT k.was_votes_after FROM recheck k WHERE k.version_id = w.version_id AND k.undone_at IS NULL
        AND k.created_at > ja.created_at ORDER BY k.created_at LIMIT 1), w.votes_after)) END`

/** How the reviewers of a draft `w` fall into sides: those for the same text, and those for none. In millionths, how far they agree. */
const sides = sql`
  CROSS JOIN LATERAL (
    SELECT COALESCE(array_agg(side.n ORDER BY side.n DESC), '{}') AS sizes,
      COALESCE(round(1000000.0 * sum(side.n * (side.n - 1)) / NULLIF(sum(side.n) * (sum(side.n) - 1), 0)), 0)::int AS rank
    FROM (SELECT count(*)::int AS n FROM decision d LEFT JOIN version r ON r.id = d.result_version_id
      WHERE d.version_id = w.version_id AND ${ofTheRound} AND d.role = 'reviewer'
        AND d.verdict IN ('approve', 'edit', 'reject') AND ${stands}
      GROUP BY CASE d.verdict WHEN 'reject' THEN '' ELSE COALESCE(r.content_hash, d.content_hash) END) side) sides`

const shown = sql`
  v.id AS "versionId", a.id AS "artifactId", a.kind, a.key, v.content, v.number, c.name AS "corpusName", sides.sizes AS sides,
  sides.rank, w.position, COALESCE(w.settled_at, w.created_at) AS since`

/** Disputed drafts, lowest agreement first, then in the order that they came; or what leads have settled, newest first. */
export async function listDisputes(
  actor: ProjectActor,
  input: Asked & { state?: 'open' | 'settled' },
): Promise<Page> {
  requireRole(actor, 'lead')
  const [page, open] = await Promise.all([
    input.state === 'settled' ? listSettled(actor, input) : listOpen(actor, input),
    countDisputes(actor),
  ])
  return { ...page, open }
}

/** How many drafts wait for a lead. */
export function countDisputes(actor: ProjectActor): Promise<number> {
  return db.draft.count({ where: { projectId: actor.project.id, state: 'disputed' } })
}

async function listOpen(
  actor: ProjectActor,
  { cursor, limit = 50, kind }: Asked,
): Promise<Omit<Page, 'open'>> {
  const after = cursor === undefined ? null : parseCursor(/^(\d{1,7})_(\d{1,18})$/, cursor)
  const rows = await db.$queryRaw<Row[]>`
    SELECT ${shown}
    FROM draft w JOIN version v ON v.id = w.version_id JOIN artifact a ON a.id = v.artifact_id
      LEFT JOIN corpus c ON c.id = a.corpus_id ${sides}
    WHERE w.project_id = ${actor.project.id}::uuid AND w.state = 'disputed'
      ${kind ? sql`AND w.kind = ${kind}` : sql``}
      ${after ? sql`AND (sides.rank, w.position) > (${Number(after[1])}::int, ${BigInt(after[2]!)}::bigint)` : sql``}
    ORDER BY sides.rank, w.position LIMIT ${limit + 1}`
  const { items, nextCursor } = cutPage(rows, limit, ({ rank, position }) => `${rank}_${position}`)
  return { items: items.map((row) => ({ ...itemOf(row), adjudication: null })), nextCursor }
}

async function listSettled(
  actor: ProjectActor,
  { cursor, limit = 50, kind }: Asked,
): Promise<Omit<Page, 'open'>> {
  const after = cursor === undefined ? null : parseCursor(new RegExp(`^${CURSOR_ID}$`), cursor)[0]
  const rows = await db.$queryRaw<(Row & { adjudicationId: string })[]>`
    SELECT ${shown}, j.id AS "adjudicationId"
    FROM adjudication j JOIN decision d ON d.id = j.decision_id AND ${stands}
      JOIN version v ON v.id = j.version_id JOIN draft w ON w.version_id = v.id JOIN artifact a ON a.id = v.artifact_id
      LEFT JOIN corpus c ON c.id = a.corpus_id ${sides}
    WHERE j.project_id = ${actor.project.id}::uuid ${kind ? sql`AND a.kind = ${kind}` : sql``}
      ${after ? sql`AND j.id < ${after}::uuid` : sql``}
    ORDER BY j.id DESC LIMIT ${limit + 1}`
  const { items, nextCursor } = cutPage(rows, limit, ({ adjudicationId }) => adjudicationId)
  const made = await readAdjudications(
    actor,
    sql`j.id = ANY(${items.map(({ adjudicationId }) => adjudicationId)}::uuid[])`,
  )
  const byId = new Map(made.map((one) => [one.id, one]))
  return {
    items: items.map((row) => ({ ...itemOf(row), adjudication: byId.get(row.adjudicationId) ?? null })),
    nextCursor,
  }
}

function itemOf(row: Row): Omit<DisputeItem, 'adjudication'> {
  const { content, since, sides: sizes, ...rest } = row
  const read = { kind: row.kind, content: findKind(row.kind).content.parse(content) } as SomeContent
  const { versionId, artifactId, kind, key, number, corpusName } = rest
  return {
    ...{ versionId, artifactId, kind, key, number, corpusName, sides: sizes },
    title: titleOf(read).title,
    agreement: agreementOf(sizes),
    since: since.toISOString(),
  }
}

/** A dispute whole: the draft, what each reviewer decided and wrote, what it is about, and how it was settled. */
export async function readDispute(actor: ProjectActor, input: { version: string }): Promise<Dispute> {
  requireRole(actor, 'lead')
  const version = await db.version.findFirst({
    where: { id: input.version, artifact: { projectId: actor.project.id } },
    include: {
      ...versionParts,
      artifact: { select: { id: true, kind: true, corpusId: true, corpus: true } },
    },
  })
  const [adjudication = null] = version
    ? await readAdjudications(actor, sql`j.version_id = ${version.id}::uuid`)
    : []
  if (!version || !(version.draft?.state === 'disputed' || adjudication))
    throw new AppError('not_found', 'Nobody disagrees about this draft.', { reason: 'dispute-unknown' })
  const { id, content, artifact, artifactId } = version
  const [decisions, others, guidelines] = await Promise.all([
    readVotes(id),
    db.version.findMany({ where: { artifactId }, include: versionParts, orderBy: { number: 'desc' } }),
    findGuidelines(actor, { id, kind: artifact.kind, content, corpusId: artifact.corpusId }),
  ])
  const views = new Map((await versionViews(others)).map((view) => [view.id, view]))
  const votes = decisions.map((decision) => ({
    decision,
    text: (decision.resultVersionId && views.get(decision.resultVersionId)) || null,
  }))
  const texts = new Set(votes.map(({ text }) => text?.id))
  const [settling] = adjudication ? await decisionViews([adjudication.decisionId]) : []
  return {
    version: views.get(id)!,
    corpus: corpusOf(artifact.corpus),
    votes,
    history: [...views.values()].filter(
      (one) => one.id !== id && !texts.has(one.id) && one.state !== 'proposed',
    ),
    agreement: agreementOf(sidesOf(votes)),
    guidelines,
    adjudication,
    settled: (settling?.resultVersionId && views.get(settling.resultVersionId)) || null,
  }
}

async function readVotes(versionId: string) {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT d.id FROM decision d JOIN draft w ON w.version_id = d.version_id
    WHERE d.version_id = ${versionId}::uuid AND ${ofTheRound} AND d.role = 'reviewer'
      AND d.verdict IN ('approve', 'edit', 'reject') AND ${stands}
    ORDER BY d.number`
  return decisionViews(rows.map(({ id }) => id))
}

function sidesOf(votes: Dispute['votes']): number[] {
  const sizes = new Map<string, number>()
  for (const { decision, text } of votes) {
    const side = decision.verdict === 'reject' ? '' : (text?.contentHash ?? decision.contentHash)
    sizes.set(side, (sizes.get(side) ?? 0) + 1)
  }
  return [...sizes.values()]
}

type CorpusRow = { id: string; name: string; language: string; taskForm: string }

function corpusOf(corpus: CorpusRow | null): DeskItem['corpus'] {
  if (!corpus) return null
  const { id, name, language, taskForm } = corpus
  return { id, name, language, taskForm: taskForm as NonNullable<DeskItem['corpus']>['taskForm'] }
}
