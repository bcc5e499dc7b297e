import type { ArtifactKind } from '@/lib/artifacts/model'
import { addDays, type Bucket, bucketOf, dayOf, SHOWN_DAYS } from '@/lib/evaluation/model'
import { AppError } from '@/lib/platform/errors'
import { requireRole } from '@/lib/projects/enter-project'
import { type ProjectActor, roleAllows } from '@/lib/projects/model'

export type Asked = {
  from?: string | undefined
  to?: string | undefined
  kind?: ArtifactKind | undefined
  person?: string | undefined
}

/** What a dashboard is about, and whose names its reader may see. */
export type Scope = {
  projectId: string
  from: string
  to: string
  bucket: Bucket
  kind: ArtifactKind | undefined
  person: string | undefined
  /** The one person whose figures the reader may see; null: everybody's. */
  only: string | null
}

/** Charts by month over more than that say nothing. */
const MOST_DAYS = 3660

/** Leads see everybody; an annotator sees themself, and all others as one. */
export function enterDashboard(actor: ProjectActor, asked: Asked): Scope {
  const only = roleAllows(actor.role, 'lead') ? null : actor.id
  if (asked.person && only && asked.person !== only) requireRole(actor, 'lead')
  const to = asked.to ?? dayOf(new Date())
  const from = asked.from ?? addDays(to, 1 - SHOWN_DAYS)
  if (from > to || addDays(from, MOST_DAYS) < to)
    throw new AppError('invalid', `The days must go forward, and be ${MOST_DAYS} at most.`, {
      reason: 'period-odd',
      params: { most: MOST_DAYS },
    })
  const { kind, person } = asked
  return { projectId: actor.project.id, from, to, bucket: bucketOf({ from, to }), kind, person, only }
}
