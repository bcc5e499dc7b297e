import type { Tx } from '@/lib/platform/db'
import type { Actor } from '@/lib/platform/model'
import type { Notice } from '@/lib/projects/notifications/model'
import { notify } from '@/lib/projects/notifications/notify'

/**
 * Tells people of what happens often: what they have not read of its kind becomes one notice about the newest, with how many there are.
 * Of two transactions at once one may leave a second notice, which the next takes in.
 */
export async function notifyTogether<Kind extends Extract<Notice, { count?: number | undefined }>>(
  tx: Tx,
  actor: Actor,
  { projectId, to, notice }: { projectId: string; to: readonly string[]; notice: Kind },
): Promise<void> {
  const others = [...new Set(to)].filter((userId) => userId !== actor.id)
  const unread = await tx.$queryRaw<{ userId: string; count: number }[]>`
    WITH held AS MATERIALIZED (
      SELECT id FROM notification WHERE project_id = ${projectId}::uuid AND user_id = ANY(${others}::text[])
        AND kind = ${notice.kind} AND read_at IS NULL
      ORDER BY id FOR UPDATE),
    gone AS (
      DELETE FROM notification WHERE id IN (SELECT id FROM held)
      RETURNING user_id, COALESCE((subject->>'count')::int, 1) AS count)
    SELECT user_id AS "userId", sum(count)::int AS count FROM gone GROUP BY user_id`
  for (const userId of others) {
    const before = unread.find((one) => one.userId === userId)?.count ?? 0
    const count = before + (notice.count ?? 1)
    await notify(tx, actor, { projectId, to: [userId], notice: { ...notice, count } })
  }
}
