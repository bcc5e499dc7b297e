import type { ReleasedVersion } from '@/lib/library/releases/model'
import { readRelease } from '@/lib/library/releases/queries'
import type { ReleaseView } from '@/lib/library/releases/schema'
import { selectApproved } from '@/lib/library/releases/select-approved'
import { audit } from '@/lib/platform/audit'
import { db, type Tx } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import { contentHash } from '@/lib/platform/hash'
import { requireRole } from '@/lib/projects/enter-project'
import type { ProjectActor } from '@/lib/projects/model'
import { holdReleases } from '@/lib/reviews/hold-releases'

/** Freezes, per artifact, the newest version whose approval stands, under the project's next number. */
export async function cutRelease(
  actor: ProjectActor,
  input: { name?: string; note?: string },
): Promise<ReleaseView> {
  requireRole(actor, 'lead')
  const number = await db.$transaction(
    async (tx) => {
      await holdReleases(tx, actor.project.id, 'exclusive')
      const versions = await selectApproved(tx, actor.project.id)
      const hash = contentHash(versions)
      const last = await tx.release.findFirst({
        where: { projectId: actor.project.id },
        orderBy: { number: 'desc' },
        select: { number: true, contentHash: true },
      })
      refuseWithoutNews({ versions, hash, last })
      return freeze(tx, actor, { ...input, number: (last?.number ?? 0) + 1, hash, versions })
    },
    { timeout: 120_000, maxWait: 20_000 },
  )
  const { items: _items, ...release } = await readRelease(actor, { number })
  return release
}

function refuseWithoutNews(given: {
  versions: ReleasedVersion[]
  hash: string
  last: { number: number; contentHash: string } | null
}): void {
  if (given.versions.length === 0)
    throw new AppError(
      'conflict',
      'Nothing is approved yet. Approve a draft in the queue, then cut the release.',
      {
        reason: 'nothing-approved',
      },
    )
  if (given.hash === given.last?.contentHash)
    throw new AppError(
      'conflict',
      `Release ${given.last.number} holds exactly what is approved now. Use that one.`,
      {
        reason: 'nothing-changed',
        params: { release: given.last.number },
      },
    )
}

async function freeze(
  tx: Tx,
  actor: ProjectActor,
  given: { number: number; name?: string; note?: string; hash: string; versions: ReleasedVersion[] },
): Promise<number> {
  const { number, name = '', note = '', hash, versions } = given
  const { id } = await tx.release.create({
    data: {
      projectId: actor.project.id,
      number,
      name,
      note,
      contentHash: hash,
      itemCount: versions.length,
      createdById: actor.id,
    },
  })
  await tx.$executeRaw`
    INSERT INTO release_item (release_id, version_id, content_hash, decision_id)
    SELECT ${id}::uuid, item.* FROM unnest(${versions.map((one) => one.versionId)}::uuid[],
      ${versions.map((one) => one.contentHash)}::text[], ${versions.map((one) => one.decisionId)}::uuid[]) item`
  await audit(tx, actor, {
    action: 'release.cut',
    subjectKind: 'release',
    subjectId: id,
    projectId: actor.project.id,
    data: { number, items: versions.length, contentHash: hash },
  })
  return number
}
