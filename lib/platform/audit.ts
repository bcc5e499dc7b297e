import { type Json, KEEP_PLAN, type Tx } from '@/lib/platform/db'
import type { Actor } from '@/lib/platform/model'

export type Audit = {
  action: string
  subjectKind: string
  subjectId: string
  projectId?: string | null
  data?: Json
}

/** Leaves the row that names who did what, in the caller's transaction: no write without it. */
export async function audit(tx: Tx, actor: Actor, entry: Audit): Promise<void> {
  const { action, subjectKind, subjectId, projectId = null, data = {} } = entry
  await tx.$executeRaw`
    ${KEEP_PLAN} INSERT INTO audit_entry (at, actor_kind, actor_id, via, action, subject_kind, subject_id, project_id, data)
    VALUES (clock_timestamp()::timestamp, ${actor.kind}, ${actor.id}, ${actor.via}, ${action}, ${subjectKind}, ${subjectId},
      ${projectId}::uuid, ${JSON.stringify(data)}::jsonb)`
}
