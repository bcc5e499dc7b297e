import { db } from '@/lib/platform/db'
import type { ProjectActor } from '@/lib/projects/model'

/** Says that the caller is at the desk, on this draft; `readQueue` tells the others. No audit row: it is gone in minutes. */
export async function keepPresence(actor: ProjectActor, versionId: string | null): Promise<void> {
  await db.$executeRaw`
    INSERT INTO presence (project_id, user_id, version_id, seen_at)
    VALUES (${actor.project.id}::uuid, ${actor.id}, ${versionId}::uuid, now()::timestamp)
    ON CONFLICT (project_id, user_id) DO UPDATE SET version_id = excluded.version_id, seen_at = excluded.seen_at`
}
