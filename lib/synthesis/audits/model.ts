import { z } from 'zod'

/** `replaced`: another sample was ordered before this one was accepted. */
export const auditStates = ['open', 'accepted', 'overridden', 'replaced'] as const
export const auditStateSchema = z.enum(auditStates)

/** How many records are looked at, and how many of them may be rejected, where nobody says. */
export const AUDIT_SIZE = 50
export const AUDIT_ALLOWANCE = 0
export const MOST_AUDITED = 2000

/** What people have found so far in a sample. `drawn`: records that lie in the queue or were decided. */
export type AuditFigures = { drawn: number; decided: number; rejected: number }

export type AuditRefusal = { reason: string; params: Record<string, number> }

/** Why a run cannot be released on what was found; null when it can. */
export function canAccept(audit: { n: number; c: number }, found: AuditFigures): AuditRefusal | null {
  const { n, c } = audit
  const { drawn, decided, rejected } = found
  if (drawn < n) return { reason: 'audit-drawing', params: { drawn, n } }
  if (rejected > c) return { reason: 'audit-rejected', params: { rejected, c } }
  if (decided < n) return { reason: 'audit-undecided', params: { missing: n - decided, n } }
  return null
}
