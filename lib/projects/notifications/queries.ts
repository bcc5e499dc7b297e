import { CURSOR_ID, cutPage, parseCursor } from '@/lib/platform/cursor'
import { db } from '@/lib/platform/db'
import type { ProjectActor } from '@/lib/projects/model'
import { noticeSchema } from '@/lib/projects/notifications/model'
import type { NotificationView } from '@/lib/projects/notifications/schema'

const CURSOR = new RegExp(`^${CURSOR_ID}$`)

/** The caller's own, newest first. */
export async function listNotifications(
  actor: ProjectActor,
  input: { cursor?: string; limit: number; unread?: 'true' | 'false' },
): Promise<{ items: NotificationView[]; nextCursor: string | null; unread: number }> {
  const before = input.cursor === undefined ? undefined : parseCursor(CURSOR, input.cursor)[0]
  const [rows, unread] = await Promise.all([
    db.notification.findMany({
      where: {
        ...mine(actor),
        id: before && { lt: before },
        readAt: input.unread === 'true' ? null : undefined,
      },
      orderBy: { id: 'desc' },
      take: input.limit + 1,
    }),
    countUnread(actor),
  ])
  const names = await namesOf(rows.map((row) => row.actorId))
  const views = rows.map(({ id, kind, subject, actorId, readAt, createdAt }) => ({
    id,
    notice: noticeSchema.parse({ ...(subject as object), kind }),
    actor: names.get(actorId) ?? actorId,
    read: readAt !== null,
    createdAt: createdAt.toISOString(),
  }))
  return { ...cutPage(views, input.limit, ({ id }) => id), unread }
}

export function countUnread(actor: ProjectActor): Promise<number> {
  return db.notification.count({ where: { ...mine(actor), readAt: null } })
}

const mine = (actor: ProjectActor) => ({ projectId: actor.project.id, userId: actor.id })

async function namesOf(ids: string[]): Promise<Map<string, string>> {
  const people = await db.user.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, name: true },
  })
  return new Map(people.map(({ id, name }) => [id, name]))
}
