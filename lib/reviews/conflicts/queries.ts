import { versionParts, versionViews } from '@/lib/artifacts/queries'
import { db } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import type { ProjectActor } from '@/lib/projects/model'
import type { Conflict } from '@/lib/reviews/conflicts/schema'
import { stands } from '@/lib/reviews/stands'

/** What became of a draft while the actor typed over it. Decisions on a draft that still waits are nobody's business yet. */
export async function readConflict(actor: ProjectActor, input: { version: string }): Promise<Conflict> {
  const base = await db.version.findFirst({
    where: { id: input.version, artifact: { projectId: actor.project.id } },
    include: versionParts,
  })
  if (!base)
    throw new AppError('not_found', 'There is no such draft in this project.', { reason: 'draft-unknown' })
  const [theirs, decided, holder] = await Promise.all([
    findNewer(base),
    isSettled(base.draft?.state) ? findDecided(base.id) : null,
    findHolder(actor, base.id),
  ])
  const views = await versionViews(theirs ? [base, theirs] : [base])
  return { base: views[0]!, theirs: views[1] ?? null, decided, holder }
}

const isSettled = (state: string | undefined) =>
  state === 'approved' || state === 'rejected' || state === 'superseded'

function findNewer(base: { artifactId: string; number: number }) {
  return db.version.findFirst({
    where: {
      artifactId: base.artifactId,
      number: { gt: base.number },
      draft: { state: { in: ['approved', 'waiting'] } },
    },
    orderBy: { number: 'desc' },
    include: versionParts,
  })
}

async function findDecided(versionId: string): Promise<Conflict['decided']> {
  const [row] = await db.$queryRaw<{ by: string; verdict: 'approve' | 'edit' | 'reject'; at: Date }[]>`
    SELECT p.name AS by, d.verdict, d.created_at AS at
    FROM decision d JOIN "user" p ON p.id = d.reviewer_id
    WHERE d.version_id = ${versionId}::uuid AND d.verdict IN ('approve', 'edit', 'reject') AND ${stands}
    ORDER BY d.number DESC LIMIT 1`
  return row ? { ...row, at: row.at.toISOString() } : null
}

async function findHolder(actor: ProjectActor, versionId: string): Promise<Conflict['holder']> {
  const place = await db.reviewSlot.findFirst({
    where: {
      versionId,
      closedAt: null,
      holderId: { not: actor.id },
      leasedUntil: { gt: new Date() },
    },
    orderBy: { leasedUntil: 'desc' },
    select: { leasedUntil: true, holder: { select: { name: true } } },
  })
  if (!place?.holder || !place.leasedUntil) return null
  return { name: place.holder.name, until: place.leasedUntil.toISOString() }
}
