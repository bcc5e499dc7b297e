import type { Json, Tx } from '@/lib/platform/db'

/**
 * Who does a deed. `via` says how they came: a browser session, an API token, or inside the system.
 * A person who comes with a token may do what they may, but never decide: only `via: 'session'` decides.
 */
export type Actor =
  | { kind: 'person'; id: string; name: string; isAdmin: boolean; via: 'session' | 'token' }
  | { kind: 'service'; id: string; name: string; isAdmin: boolean; via: 'token' }
  | { kind: 'system'; id: string; name: string; isAdmin: false; via: 'system' }

/** The worker or the start command acting by itself. */
export function systemActor(id: string): Actor {
  return { kind: 'system', id, name: id, isAdmin: false, via: 'system' }
}

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
