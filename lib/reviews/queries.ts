import { versionView } from '@/lib/artifacts/queries'
import type { VersionView } from '@/lib/artifacts/schema'
import { parseCursor } from '@/lib/platform/cursor'
import { db, joinSql, KEEP_PLAN, sql, type Tx } from '@/lib/platform/db'
import type { ProjectActor } from '@/lib/projects/model'
import { maySeeDecision, maySeeVersion } from '@/lib/reviews/may-see-decision'
import type { DeciderRole, ReasonCode, SampleMarks, Verdict } from '@/lib/reviews/model'
import type { DecisionView, DeskItem } from '@/lib/reviews/schema'
import { stands } from '@/lib/reviews/stands'

type DecisionRow = {
  id: string
  number: bigint
  versionId: string
  artifactId: string
  artifactKey: string
  versionNumber: number
  contentHash: string
  verdict: Verdict
  role: DeciderRole
  reasonCode: ReasonCode | null
  comment: string
  sample: SampleMarks | null
  resultVersionId: string | null
  undone: boolean
  reviewerId: string
  reviewer: string
  elapsedMs: number
  createdAt: Date
}

const decisions = sql`
  SELECT d.id, d.number, d.version_id AS "versionId", a.id AS "artifactId", a.key AS "artifactKey",
    v.number AS "versionNumber", d.content_hash AS "contentHash", d.verdict, d.role, d.reason_code AS "reasonCode", d.comment, d.sample,
    d.result_version_id AS "resultVersionId", NOT ${stands} AS undone, d.reviewer_id AS "reviewerId",
    p.name AS reviewer, d.elapsed_ms AS "elapsedMs", d.created_at AS "createdAt"
  FROM decision d JOIN version v ON v.id = d.version_id JOIN artifact a ON a.id = v.artifact_id
    JOIN "user" p ON p.id = d.reviewer_id`

function decisionView(row: DecisionRow): DecisionView {
  return { ...row, number: Number(row.number), createdAt: row.createdAt.toISOString() }
}

/** Decisions by id, in the order of the ids. */
export async function decisionViews(ids: string[], within: Tx = db): Promise<DecisionView[]> {
  // The limit tells the planner that there are few, so that it keeps one plan.
  const asked = sql`SELECT unnest(${ids}::uuid[]) LIMIT ${ids.length}`
  const rows = await within.$queryRaw<DecisionRow[]>`${KEEP_PLAN} ${decisions} WHERE d.id IN (${asked})`
  return rows.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id)).map(decisionView)
}

/** Every decision on any version of these artifacts that the actor may see, newest first. */
export async function decisionsOnArtifacts(actor: ProjectActor, ids: string[]): Promise<DecisionView[]> {
  const rows = await db.$queryRaw<DecisionRow[]>`
    ${decisions} WHERE a.id = ANY(${ids}::uuid[]) AND ${maySeeDecision(actor)} ORDER BY d.number DESC`
  return rows.map(decisionView)
}

/** Decisions of the project that the actor may see, newest first. */
export async function listDecisions(
  actor: ProjectActor,
  input: { cursor?: string; limit?: number; reviewer?: string; verdict?: Verdict; artifact?: string },
): Promise<{ items: DecisionView[]; nextCursor: string | null }> {
  const limit = input.limit ?? 50
  const where = [
    sql`d.project_id = ${actor.project.id}::uuid`,
    maySeeDecision(actor),
    ...(input.cursor ? [sql`d.number < ${BigInt(parseCursor(/^\d{1,18}$/, input.cursor)[0])}`] : []),
    ...(input.reviewer ? [sql`d.reviewer_id = ${input.reviewer}`] : []),
    ...(input.verdict ? [sql`d.verdict = ${input.verdict}`] : []),
    ...(input.artifact ? [sql`v.artifact_id = ${input.artifact}::uuid`] : []),
  ]
  const rows = await db.$queryRaw<DecisionRow[]>`
    ${decisions} WHERE ${joinSql(where, ' AND ')} ORDER BY d.number DESC LIMIT ${limit + 1}`
  const items = rows.slice(0, limit).map(decisionView)
  return { items, nextCursor: rows.length > limit ? String(items.at(-1)!.number) : null }
}

export type Lease = { versionId: string; leasedUntil: Date }

type DeskRow = Parameters<typeof versionView>[0] & {
  author: string
  corpus: DeskItem['corpus']
  isMine: boolean
}

/** What the desk shows of these drafts, in two queries however many they are. */
export async function deskItems(actor: ProjectActor, leases: Lease[]): Promise<DeskItem[]> {
  if (leases.length === 0) return []
  const ids = leases.map(({ versionId }) => versionId)
  const rows = await db.$queryRaw<DeskRow[]>`
    SELECT v.id, v.artifact_id AS "artifactId", v.number, v.content, v.content_hash AS "contentHash",
      v.author_kind AS "authorKind", v.author_id AS "authorId", v.parent_id AS "parentId", v.created_at AS "createdAt",
      json_build_object('kind', a.kind) AS artifact, json_build_object('state', d.state) AS draft,
      ${actor.id} = ANY(d.assigned_to) AS "isMine",
      (SELECT json_build_object('comparison', json_build_object('state', m.state)) FROM comparison_draft cd
        JOIN comparison m ON m.id = cd.comparison_id WHERE cd.version_id = v.id) AS compared,
      CASE WHEN c.id IS NOT NULL THEN json_build_object('id', c.id, 'name', c.name, 'language', c.language,
        'taskForm', c.task_form) END AS corpus,
      COALESCE(p.name, v.author_id) AS author
    FROM version v JOIN artifact a ON a.id = v.artifact_id LEFT JOIN corpus c ON c.id = a.corpus_id
      JOIN draft d ON d.version_id = v.id
      LEFT JOIN "user" p ON v.author_kind = 'person' AND p.id = v.author_id
    WHERE v.artifact_id IN (SELECT artifact_id FROM version WHERE id = ANY(${ids}::uuid[])) AND ${maySeeVersion(actor)}
    ORDER BY v.number DESC`
  const made = await decisionsOnArtifacts(actor, [...new Set(rows.map((row) => row.artifactId))])
  const views = new Map(rows.map((row) => [row.id, versionView(row, row.author)]))
  return leases.map(({ versionId, leasedUntil }) => {
    const version = views.get(versionId)!
    const sameArtifact = ({ artifactId }: { artifactId: string }) => artifactId === version.artifactId
    const { corpus, isMine } = rows.find((row) => row.id === versionId)!
    return {
      ...{ version, corpus, isMine },
      // The other draft of a comparison would be seen before its turn.
      history: [...views.values()].filter(
        (other) => sameArtifact(other) && other !== version && !(other.blind && other.state === 'waiting'),
      ),
      decisions: made.filter(sameArtifact),
      leasedUntil: leasedUntil.toISOString(),
    } satisfies DeskItem & { version: VersionView }
  })
}
