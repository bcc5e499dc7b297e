import type { ArtifactKind } from '@/lib/artifacts/model'
import { db } from '@/lib/platform/db'
import type { ProjectActor } from '@/lib/projects/model'
import { chooseQuestions } from '@/lib/reviews/gold/choose-questions'
import { isSettled } from '@/lib/reviews/gold/find-places'

/**
 * Lays the set of a round on somebody's desk, all at once; later puts others in the place of questions that were taken out. Returns how
 * many are missing: then nothing is laid out, so that nobody begins what they cannot end.
 */
export async function fillRound(
  actor: ProjectActor,
  of: { kind: ArtifactKind; round: number; asked: number },
): Promise<number> {
  const { kind, round, asked } = of
  const projectId = actor.project.id
  const [laid] = await db.$queryRaw<{ count: number; last: number }[]>`
    SELECT count(*) FILTER (WHERE g.closed_at IS NOT NULL OR ${isSettled})::int AS count, COALESCE(max(g.ordinal), 0)::int AS last
    FROM gold_place g JOIN draft w ON w.version_id = g.version_id
    WHERE g.project_id = ${projectId}::uuid AND g.reviewer_id = ${actor.id} AND g.kind = ${kind} AND g.purpose = 'warm-up'
      AND g.round = ${round}`
  const wanted = asked - laid!.count
  if (wanted <= 0) return 0
  const questions = await chooseQuestions(db, actor, { kind, count: wanted, round })
  if (questions.length < wanted) return wanted - questions.length
  for (const [at, { id, versionId }] of questions.entries()) {
    const ordinal = laid!.last + at + 1
    await db.$executeRaw`
      INSERT INTO gold_place (id, project_id, gold_id, version_id, kind, reviewer_id, purpose, round, ordinal, sort_key)
      VALUES (gen_random_uuid(), ${projectId}::uuid, ${id}::uuid, ${versionId}::uuid, ${kind}, ${actor.id}, 'warm-up', ${round}::int,
        ${ordinal}::int, gloss_sort_key(${kind}, 'oldest', ${BigInt(ordinal)}, NULL, NULL, ''))
      ON CONFLICT DO NOTHING`
  }
  return 0
}
