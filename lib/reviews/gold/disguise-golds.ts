import { db, sql } from '@/lib/platform/db'
import type { ProjectActor } from '@/lib/projects/model'
import { readAnswers } from '@/lib/reviews/gold/read-answers'
import type { DeskItem } from '@/lib/reviews/schema'

/** Shows gold questions among the things on a desk as they were when they waited: nothing that came of them, or after them. */
export async function disguiseGolds(
  actor: ProjectActor,
  items: DeskItem[],
  golds: ReadonlySet<string>,
): Promise<DeskItem[]> {
  if (golds.size === 0) return items
  const ids = [...golds]
  const [replaced, answers] = await Promise.all([
    db.$queryRaw<{ versionId: string; replacedId: string }[]>`
      SELECT g.id AS "versionId", w.replaces_id AS "replacedId"
      FROM version g JOIN version v ON v.artifact_id = g.artifact_id AND v.number >= g.number
        JOIN draft w ON w.version_id = v.id AND w.replaces_id IS NOT NULL
      WHERE g.id = ANY(${ids}::uuid[])`,
    readAnswers(db, sql`x.reviewer_id = ${actor.id} AND g.version_id = ANY(${ids}::uuid[])`),
  ])
  return items.map((item) => {
    const { version } = item
    if (!golds.has(version.id)) return item
    // What was approved then, and was replaced by this or by what came later.
    const stood = replaced.filter(({ versionId }) => versionId === version.id).map((one) => one.replacedId)
    const before = item.history.filter(({ number }) => number < version.number)
    return {
      ...item,
      version: { ...version, state: 'waiting' },
      isMine: false,
      history: before.map((one) => (stood.includes(one.id) ? { ...one, state: 'approved' } : one)),
      decisions: [
        ...answers.filter(({ versionId }) => versionId === version.id),
        ...item.decisions.filter(
          (made) => made.versionNumber < version.number && made.resultVersionId !== version.id,
        ),
      ],
    }
  })
}
