import { findKind } from '@/lib/artifacts/kinds/find-kind'
import { type ArtifactKind, type SomeContent, titleOf } from '@/lib/artifacts/model'
import { db, sql } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import type { ProjectActor } from '@/lib/projects/model'
import { readAdjudications } from '@/lib/reviews/adjudication/read-adjudications'
import type { VersionLinks } from '@/lib/reviews/adjudication/schema'
import { readWork } from '@/lib/reviews/rechecks/queries'
import { stands } from '@/lib/reviews/stands'

type Case = {
  versionId: string
  kind: ArtifactKind
  content: unknown
  number: number
  note: string
  by: string
  at: Date
}
type Sent = Omit<VersionLinks['rechecks'][number], 'at'> & { at: Date }

/** From a version to the dispute, the guideline and the re-review that it comes from or led to. */
export async function readVersionLinks(
  actor: ProjectActor,
  input: { version: string },
): Promise<VersionLinks> {
  const version = await db.version.findFirst({
    where: { id: input.version, artifact: { projectId: actor.project.id } },
    select: { id: true, artifact: { select: { kind: true } } },
  })
  if (!version)
    throw new AppError('not_found', 'There is no such version in this project.', { reason: 'draft-unknown' })
  if (await isAsked(actor, version.id)) return { settled: null, cases: [], rechecks: [], replaces: null }
  const isGuideline = version.artifact.kind === 'guideline'
  const [[settled = null], cases, rechecks, work] = await Promise.all([
    readAdjudications(actor, sql`j.version_id = ${version.id}::uuid`),
    isGuideline ? readCases(version.id) : [],
    readSendings(version.id),
    isGuideline ? readWork(actor, { version: version.id, limit: 1 }) : null,
  ])
  const [old] = work?.old ?? []
  const decided = Object.values(work?.kinds ?? {}).reduce((sum, count) => sum + count, 0)
  return {
    settled,
    cases: cases.map(({ content, kind, at, ...one }) => ({
      ...{ ...one, kind, at: at.toISOString() },
      title: titleOf({ kind, content: findKind(kind).content.parse(content) } as SomeContent).title,
    })),
    rechecks: rechecks.map((one) => ({ ...one, at: one.at.toISOString() })),
    replaces: old && work?.meansElse ? { number: old.number, decided } : null,
  }
}

/** A gold question that lies on the actor's desk tells nothing of what came of it. */
async function isAsked(actor: ProjectActor, versionId: string): Promise<boolean> {
  return (
    (await db.goldPlace.count({
      where: { versionId, reviewerId: actor.id, closedAt: null, takenAt: { not: null } },
    })) > 0
  )
}

function readCases(versionId: string): Promise<Case[]> {
  return db.$queryRaw<Case[]>`
    SELECT v.id AS "versionId", a.kind, v.content, v.number, j.note, p.name AS by, j.created_at AS at
    FROM adjudication j JOIN decision d ON d.id = j.decision_id AND ${stands} JOIN "user" p ON p.id = d.reviewer_id
      JOIN version v ON v.id = j.version_id JOIN artifact a ON a.id = v.artifact_id
    WHERE j.guideline_version_id = ${versionId}::uuid ORDER BY j.created_at`
}

function readSendings(versionId: string): Promise<Sent[]> {
  return db.$queryRaw<Sent[]>`
    SELECT k.because_version_id AS "becauseVersionId", a.key, v.number, p.name AS by, k.created_at AS at
    FROM recheck k JOIN version v ON v.id = k.because_version_id JOIN artifact a ON a.id = v.artifact_id
      JOIN "user" p ON p.id = k.requested_by
    WHERE k.version_id = ${versionId}::uuid AND k.undone_at IS NULL ORDER BY k.created_at DESC`
}
