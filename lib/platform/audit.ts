import type { Json, Tx } from '@/lib/platform/db'
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
  await tx.auditEntry.create({
    data: {
      actorKind: actor.kind,
      actorId: actor.id,
      via: actor.via,
      action: entry.action,
      subjectKind: entry.subjectKind,
      subjectId: entry.subjectId,
      projectId: entry.projectId ?? null,
      data: entry.data ?? {},
    },
  })
}
