import { audit } from '@/lib/platform/audit'
import { db } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import { requireRole } from '@/lib/projects/enter-project'
import type { ProjectActor } from '@/lib/projects/model'
import { stands } from '@/lib/reviews/stands'

/** Takes a sending back: what nobody has decided again stands as it did before. What was decided meanwhile stays decided. */
export async function undoSending(
  actor: ProjectActor,
  input: { version: string; sendingId: string },
): Promise<{ restored: number; decided: number }> {
  requireRole(actor, 'lead')
  return db.$transaction(async (tx) => {
    const sent = await tx.recheck.findMany({
      where: {
        sendingId: input.sendingId,
        becauseVersionId: input.version,
        projectId: actor.project.id,
        undoneAt: null,
      },
      select: { versionId: true },
    })
    if (sent.length === 0)
      throw new AppError('conflict', 'This was taken back already.', { reason: 'already-undone' })
    const ids = sent.map(({ versionId }) => versionId)
    await tx.$executeRaw`
      SELECT 1 FROM artifact a WHERE a.id IN (SELECT artifact_id FROM version WHERE id = ANY(${ids}::uuid[]))
      ORDER BY a.id FOR UPDATE`
    const restored = await tx.$queryRaw<{ id: string }[]>`
      WITH untouched AS MATERIALIZED (
        SELECT w.version_id, k.id, k.was_state, k.was_settled_at, k.was_votes_after
        FROM recheck k JOIN draft w ON w.version_id = k.version_id AND w.state = 'waiting'
        WHERE k.sending_id = ${input.sendingId}::uuid AND k.undone_at IS NULL AND NOT EXISTS (
          SELECT 1 FROM decision d WHERE d.version_id = w.version_id AND d.number > w.votes_after
            AND d.verdict IN ('approve', 'edit', 'reject') AND ${stands})),
      closed AS (
        UPDATE review_slot s SET closed_at = now()::timestamp FROM untouched u
        WHERE s.version_id = u.version_id AND s.closed_at IS NULL),
      stood AS (
        UPDATE draft w SET state = u.was_state, settled_at = u.was_settled_at, votes_after = u.was_votes_after
        FROM untouched u WHERE u.version_id = w.version_id)
      UPDATE recheck k SET undone_at = now()::timestamp FROM untouched u WHERE u.id = k.id RETURNING k.version_id AS id`
    const counted = { restored: restored.length, decided: ids.length - restored.length }
    if (restored.length === 0)
      throw new AppError('conflict', 'All of it is decided again already.', { reason: 'sent-decided' })
    await audit(tx, actor, {
      action: 'work.sending-undone',
      subjectKind: 'version',
      subjectId: input.version,
      projectId: actor.project.id,
      data: { ...counted, sendingId: input.sendingId },
    })
    return counted
  })
}
