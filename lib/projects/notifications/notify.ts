import type { Tx } from '@/lib/platform/db'
import type { Actor } from '@/lib/platform/model'
import type { Notice } from '@/lib/projects/notifications/model'

/**
 * Tells people of the project, in the transaction of the deed that they are told of. Nobody is told of their own deeds, and nobody
 * twice.
 */
export async function notify(
  tx: Tx,
  actor: Actor,
  { projectId, to, notice }: { projectId: string; to: readonly string[]; notice: Notice },
): Promise<void> {
  const { kind, ...subject } = notice
  const others = new Set(to.filter((userId) => userId !== actor.id))
  if (others.size === 0) return
  await tx.notification.createMany({
    data: [...others].map((userId) => ({ projectId, userId, kind, subject, actorId: actor.id })),
  })
}
