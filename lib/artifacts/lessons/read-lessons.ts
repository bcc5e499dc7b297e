import { findKind } from '@/lib/artifacts/kinds/find-kind'
import type { PastDecision } from '@/lib/artifacts/lessons/model'
import type { ArtifactKind, SomeContent } from '@/lib/artifacts/model'
import { textLines } from '@/lib/artifacts/origin/text-lines'
import { db, sql } from '@/lib/platform/db'

type Row = {
  id: string
  number: bigint
  verdict: 'edit' | 'reject'
  reasonCode: string | null
  comment: string
  artifactId: string
  corpusId: string | null
  key: string
  before: unknown
  after: unknown
}

/** So many of the newest decisions are looked through, beside those about the very things that are drafted. */
const NEWEST = 400
const OF_SAME = 200

/**
 * Edits and rejections that can teach the next drafts of a kind: of what a drafter wrote, in this project, up to a moment, so that a job
 * that begins again asks the same. What others outvoted or have yet to vote on, what was taken back, and what is about retired artifacts, is not among them.
 */
export async function readLessons(of: {
  projectId: string
  kind: ArtifactKind
  /** What is going to be drafted. */
  keys: readonly string[]
  until: Date
}): Promise<PastDecision[]> {
  const { projectId, kind, keys, until } = of
  const some = (and: ReturnType<typeof sql>, most: number) => sql`
    (SELECT d.id, d.number, d.verdict, d.reason_code AS "reasonCode", d.comment, a.id AS "artifactId",
      a.corpus_id AS "corpusId", a.key, v.content AS before, r.content AS after
    FROM decision d JOIN version v ON v.id = d.version_id JOIN artifact a ON a.id = v.artifact_id
      JOIN draft w ON w.version_id = d.version_id
      LEFT JOIN version r ON r.id = d.result_version_id LEFT JOIN draft rw ON rw.version_id = r.id
    WHERE d.project_id = ${projectId}::uuid AND d.verdict IN ('edit', 'reject') AND d.created_at <= ${until}
      AND (CASE d.verdict WHEN 'edit' THEN rw.settled_at IS NOT NULL ELSE w.state = 'rejected' END)
      AND v.author_kind <> 'person' AND a.kind = ${kind} AND a.retired_at IS NULL
      AND NOT EXISTS (SELECT 1 FROM decision u WHERE u.undoes_id = d.id) ${and}
    ORDER BY d.number DESC LIMIT ${most})`
  const rows = await db.$queryRaw<Row[]>`
    ${some(sql``, NEWEST)} UNION ${some(sql`AND a.key = ANY(${[...keys]}::text[])`, OF_SAME)} ORDER BY number DESC`
  return rows.map((row) => pastDecision(kind, row))
}

/** Which of these decisions count no longer: somebody took them back, or retired what they were about. */
export async function findWithdrawn(ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT d.id FROM decision d JOIN version v ON v.id = d.version_id JOIN artifact a ON a.id = v.artifact_id
    WHERE d.id = ANY(${[...ids]}::uuid[])
      AND (a.retired_at IS NOT NULL OR EXISTS (SELECT 1 FROM decision u WHERE u.undoes_id = d.id))`
  return new Set(rows.map(({ id }) => id))
}

function pastDecision(kind: ArtifactKind, row: Row): PastDecision {
  const { id, verdict, reasonCode, comment, artifactId, corpusId, key } = row
  const before = linesOf(kind, row.before)
  const after = row.after === null ? [] : linesOf(kind, row.after)
  return {
    ...{ id, verdict, reasonCode, comment, artifactId, corpusId, key },
    number: Number(row.number),
    before: verdict === 'edit' ? before.filter((line) => !after.includes(line)) : before,
    after: after.filter((line) => !before.includes(line)),
  }
}

/** References to instances teach nothing about other texts. */
const REFERENCES = new Set(['positives', 'negatives', 'gold'])

function linesOf(kind: ArtifactKind, content: unknown): string[] {
  const definition = findKind(kind)
  const some = { kind: definition.kind, content: definition.content.parse(content) } as SomeContent
  return textLines(some)
    .filter(({ field }) => !REFERENCES.has(field))
    .map(({ field, text }) => `${field}: ${text}`)
}
