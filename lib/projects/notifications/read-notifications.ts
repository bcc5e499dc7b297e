import { db } from '@/lib/platform/db'
import type { ProjectActor } from '@/lib/projects/model'
import { countUnread } from '@/lib/projects/notifications/queries'

/** Marks the caller's own as read. No audit row: it is nobody's business but theirs. */
export async function readNotifications(
  actor: ProjectActor,
  input: { ids: string[] } | { upTo: string },
): Promise<{ unread: number }> {
  await db.notification.updateMany({
    where: {
      projectId: actor.project.id,
      userId: actor.id,
      readAt: null,
      id: 'ids' in input ? { in: input.ids } : { lte: input.upTo },
    },
    data: { readAt: new Date() },
  })
  return { unread: await countUnread(actor) }
}
