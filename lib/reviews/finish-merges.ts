import { audit } from '@/lib/platform/audit'
import { KEEP_PLAN, sql, type Tx } from '@/lib/platform/db'
import { systemActor } from '@/lib/platform/model'
import { holdReleases } from '@/lib/reviews/hold-releases'
import { stands } from '@/lib/reviews/stands'

/** Retires what was merged into a version that is approved now, or into the draft that it is an edit of. */
export async function finishMerges(tx: Tx, versionId: string): Promise<void> {
  await turnMerges(tx, versionId, true)
}

/** Takes that back, where the approval is taken back. */
export async function reopenMerges(tx: Tx, versionId: string): Promise<void> {
  await turnMerges(tx, versionId, false)
}

type Merge = { versionId: string; id: string; projectId: string; kind: string; key: string; into: string }

async function turnMerges(tx: Tx, versionId: string, isDone: boolean): Promise<void> {
  for (const { id, projectId, kind, key, into, ...merge } of await mergesBefore(tx, versionId, !isDone)) {
    await holdReleases(tx, projectId, 'shared')
    await tx.artifact.update({ where: { id }, data: { retiredAt: isDone ? new Date() : null } })
    await tx.artifactMerge.update({ where: merge, data: { isDone } })
    await audit(tx, systemActor('merge'), {
      action: isDone ? 'artifact.retired' : 'artifact.restored',
      subjectKind: 'artifact',
      subjectId: id,
      projectId,
      data: { kind, label: key, into },
    })
  }
}

/** The merges of a version and of the drafts that it grew from, as far as those were neither approved nor rejected. */
function mergesBefore(tx: Tx, versionId: string, wasDone: boolean): Promise<Merge[]> {
  return tx.$queryRaw(sql`
    ${KEEP_PLAN} WITH RECURSIVE line AS (
      SELECT v.id, v.parent_id FROM version v WHERE v.id = ${versionId}::uuid
      UNION ALL
      SELECT v.id, v.parent_id FROM line JOIN version v ON v.id = line.parent_id
        JOIN draft w ON w.version_id = v.id AND w.state <> 'rejected'
      WHERE NOT EXISTS (
        SELECT 1 FROM decision d WHERE d.version_id = v.id AND d.verdict = 'approve' AND ${stands}))
    SELECT m.version_id AS "versionId", a.id, a.project_id AS "projectId", a.kind, a.key, i.key AS into
    FROM line JOIN artifact_merge m ON m.version_id = line.id JOIN artifact a ON a.id = m.artifact_id
      JOIN version v ON v.id = m.version_id JOIN artifact i ON i.id = v.artifact_id
    WHERE m.is_done = ${wasDone} AND (a.retired_at IS NOT NULL) = ${wasDone}`)
}
