import type { ArtifactKind } from '@/lib/artifacts/model'
import { db, type Tx } from '@/lib/platform/db'
import type { ProjectActor } from '@/lib/projects/model'
import { chooseQuestions } from '@/lib/reviews/gold/choose-questions'
import { countSeeds } from '@/lib/reviews/gold/count-seeds'
import type { TakenPlace } from '@/lib/reviews/take-places'

/** Places from here on are new on somebody's desk: they did not hold them. */
const FRESH = 2

/**
 * Counts what somebody was given anew, and puts a gold question beside it whenever one is due: the next time they ask, it has its
 * place on the desk like a draft that they hold.
 */
export async function seedAhead(
  actor: ProjectActor,
  of: { every: ReadonlyMap<ArtifactKind, number>; taken: readonly TakenPlace[] },
): Promise<void> {
  const fresh = of.every.size > 0 ? of.taken.filter(({ rank }) => rank >= FRESH) : []
  if (fresh.length === 0) return
  const drafts = await db.draft.findMany({
    where: { versionId: { in: fresh.map(({ versionId }) => versionId) }, kind: { in: [...of.every.keys()] } },
    select: { versionId: true, kind: true },
  })
  for (const [kind, every] of of.every) {
    const ids = new Set(drafts.filter((draft) => draft.kind === kind).map(({ versionId }) => versionId))
    const last = fresh.findLast(({ versionId }) => ids.has(versionId))
    if (!last) continue
    const { sortKey } = last
    await db.$transaction((tx) => seedKind(tx, actor, { kind, every, given: ids.size, sortKey }))
  }
}

async function seedKind(
  tx: Tx,
  actor: ProjectActor,
  of: { kind: ArtifactKind; every: number; given: number; sortKey: string },
): Promise<void> {
  const { kind, every, given, sortKey } = of
  const projectId = actor.project.id
  const [pace] = await tx.$queryRaw<{ taken: number }[]>`
    INSERT INTO gold_pace AS p (project_id, kind, reviewer_id, taken)
    VALUES (${projectId}::uuid, ${kind}, ${actor.id}, ${given}::int)
    ON CONFLICT (project_id, kind, reviewer_id) DO UPDATE SET taken = p.taken + excluded.taken RETURNING taken`
  const to = pace!.taken
  const desk = `${projectId} ${kind} ${actor.id}`
  const count = countSeeds({ every, desk, from: to - given, to })
  if (count === 0) return
  const questions = await chooseQuestions(tx, actor, { kind, count, round: 0 })
  await tx.goldPlace.createMany({
    data: questions.map(({ id, versionId }) => ({
      ...{ projectId, goldId: id, versionId, kind, sortKey },
      ...{ reviewerId: actor.id, purpose: 'seeded' },
    })),
    skipDuplicates: true,
  })
}
