import type { ArtifactKind } from '@/lib/artifacts/model'
import { joinSql, sql } from '@/lib/platform/db'
import { requireRole } from '@/lib/projects/enter-project'
import { type ProjectActor, roleAllows } from '@/lib/projects/model'

export type AgreementFilter = {
  from?: string | undefined
  to?: string | undefined
  kind?: ArtifactKind | undefined
  label?: string | undefined
  a?: string | undefined
  b?: string | undefined
}

export type AgreementScope = AgreementFilter & {
  projectId: string
  /** The one person whose figures the reader may see; null: everybody's. */
  only: string | null
}

/** Leads see everybody; an annotator sees the whole, and themself with all others as one. */
export function enterAgreement(actor: ProjectActor, asked: AgreementFilter): AgreementScope {
  const only = roleAllows(actor.role, 'lead') ? null : actor.id
  if (only && (asked.b || (asked.a && asked.a !== only))) requireRole(actor, 'lead')
  // One person alone is the first of a pair.
  const [a, b] = [asked.a ?? asked.b, asked.a ? asked.b : undefined]
  return { ...asked, a, b: b === a ? undefined : b, projectId: actor.project.id, only }
}

/** The units `u` of a scope. */
export function unitsOf({ projectId, from, to, kind, label, a, b }: AgreementScope) {
  const parts = [
    sql`u.project_id = ${projectId}::uuid`,
    ...(from ? [sql`u.rated_at >= ${from}::date`] : []),
    ...(to ? [sql`u.rated_at < ${to}::date + 1`] : []),
    ...(kind ? [sql`u.kind = ${kind}`] : []),
    ...(label
      ? [sql`EXISTS (SELECT 1 FROM draft l WHERE l.version_id = u.version_id AND l.label = ${label})`]
      : []),
    ...[a, b].flatMap((person) => (person ? [sql`${person} = ANY(u.reviewers)`] : [])),
  ]
  return joinSql(parts, ' AND ')
}
