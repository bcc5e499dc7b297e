import { libraryKinds } from '@/lib/artifacts/model'
import type { ReleasedVersion } from '@/lib/library/releases/model'
import { sql, type Tx } from '@/lib/platform/db'
import { stands } from '@/lib/reviews/stands'

/** What a release cut now would hold, as a query: per artifact the version settled as approved, by the lead's approval or the first of the others. Records are no text to compose from. */
export function approvedVersions(projectId: string) {
  return sql`
    SELECT DISTINCT ON (v.artifact_id) v.artifact_id, v.id AS version_id, v.content_hash, d.id AS decision_id, a.kind
    FROM artifact a JOIN version v ON v.artifact_id = a.id
      JOIN draft w ON w.version_id = v.id AND w.state = 'approved'
      JOIN decision d ON d.version_id = v.id AND d.content_hash = v.content_hash AND d.verdict = 'approve' AND ${stands}
    WHERE a.project_id = ${projectId}::uuid AND a.retired_at IS NULL
      AND a.kind = ANY(${[...libraryKinds]}::text[])
    ORDER BY v.artifact_id, v.number DESC, d.number <= w.votes_after, d.role = 'reviewer', d.number`
}

/** The same as rows, sorted by version: the list that a release's hash is over. */
export async function selectApproved(tx: Tx, projectId: string): Promise<ReleasedVersion[]> {
  return tx.$queryRaw<ReleasedVersion[]>`
    SELECT version_id AS "versionId", content_hash AS "contentHash", decision_id AS "decisionId", kind
    FROM (${approvedVersions(projectId)}) approved ORDER BY version_id`
}
