import { db, sql } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import type { ProjectActor } from '@/lib/projects/model'
import { lotPrefix } from '@/lib/reviews/lots/model'
import type { LotAnswer, LotResult } from '@/lib/reviews/lots/schema'
import { tryDeed } from '@/lib/reviews/lots/try-deed'
import { readQueue } from '@/lib/reviews/read-queue'
import { stands } from '@/lib/reviews/stands'
import { takeBackDecision } from '@/lib/reviews/take-back-decision'

/** Takes back what of the caller's lot can be taken back still, the last first. The drafts wait again and nobody holds them. */
export async function undoLot(actor: ProjectActor, input: { lot: string }): Promise<LotAnswer> {
  const made = await decisionsOf(actor, input.lot)
  if (made.length === 0)
    throw new AppError('not_found', 'There is nothing of this lot to take back.', {
      reason: 'nothing-to-undo',
    })
  const takeBack = async (of: { decisionId: string; requestKey: string }) =>
    (await takeBackDecision(actor, of)).decisionId
  const results: LotResult[] = []
  for (const { id, versionId, requestKey } of made)
    results.push(
      await tryDeed(versionId, () => takeBack({ decisionId: id, requestKey: `undo.${requestKey}` })),
    )
  await giveBack(
    actor,
    results.filter(({ refusal }) => refusal === null).map(({ versionId }) => versionId),
  )
  return { results, counts: await readQueue(actor) }
}

/** The first decision of each deed: the approval that an edit writes beside itself goes with it. */
function decisionsOf(
  actor: ProjectActor,
  lot: string,
): Promise<{ id: string; versionId: string; requestKey: string }[]> {
  const prefix = lotPrefix(lot)
  return db.$queryRaw`
    SELECT id, "versionId", "requestKey" FROM (
      SELECT DISTINCT ON (d.request_key) d.id, d.version_id AS "versionId", d.request_key AS "requestKey", d.number
      FROM decision d
      WHERE d.project_id = ${actor.project.id}::uuid AND d.reviewer_id = ${actor.id}
        AND starts_with(d.request_key, ${prefix}) AND d.verdict <> 'undo' AND ${stands}
      ORDER BY d.request_key, d.number) deeds
    ORDER BY number DESC`
}

async function giveBack(actor: ProjectActor, versionIds: readonly string[]): Promise<void> {
  await db.$executeRaw(sql`
    UPDATE review_slot SET holder_id = NULL, leased_until = NULL
    WHERE version_id = ANY(${[...versionIds]}::uuid[]) AND holder_id = ${actor.id} AND closed_at IS NULL`)
}
