import type { DraftPair } from '@/lib/exports/formats/model'
import { db, sql } from '@/lib/platform/db'

type Row = {
  artifactId: string
  kind: string
  key: string
  corpusName: string | null
  approvedId: string
  approved: unknown
  rejectedId: string
  rejected: unknown
  reasonCode: string | null
}

/**
 * For each approved version of a release the versions of the same artifact that people had rejected when it was cut: what was
 * decided later changes no export of it.
 */
export async function listDraftPairs(releaseId: string): Promise<DraftPair[]> {
  const stood = sql`NOT EXISTS (SELECT 1 FROM decision u WHERE u.undoes_id = d.id AND u.created_at <= r.created_at)`
  const rows = await db.$queryRaw<Row[]>`
    SELECT a.id AS "artifactId", a.kind, a.key, c.name AS "corpusName", v.id AS "approvedId", v.content AS approved,
      w.id AS "rejectedId", w.content AS rejected, min(d.reason_code) AS "reasonCode"
    FROM release_item i JOIN release r ON r.id = i.release_id
      JOIN version v ON v.id = i.version_id JOIN artifact a ON a.id = v.artifact_id
      LEFT JOIN corpus c ON c.id = a.corpus_id
      JOIN version w ON w.artifact_id = a.id AND w.id <> v.id AND w.content_hash <> v.content_hash
      JOIN decision d ON d.version_id = w.id AND d.verdict = 'reject' AND d.created_at <= r.created_at AND ${stood}
    WHERE i.release_id = ${releaseId}::uuid
    GROUP BY a.id, c.name, v.id, w.id ORDER BY a.kind, a.key COLLATE "C", a.id, v.number, w.number`
  return rows.map(({ approvedId, approved, rejectedId, rejected, reasonCode, ...pair }) => ({
    id: `${approvedId}/${rejectedId}`,
    ...pair,
    approved: { versionId: approvedId, content: approved },
    rejected: { versionId: rejectedId, content: rejected, reasonCode },
  }))
}
