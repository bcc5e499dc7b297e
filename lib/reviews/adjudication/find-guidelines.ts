import { findKind } from '@/lib/artifacts/kinds/find-kind'
import type { ArtifactKind } from '@/lib/artifacts/model'
import { versionParts, versionViews } from '@/lib/artifacts/queries'
import { db, sql, type Tx } from '@/lib/platform/db'
import type { ProjectActor } from '@/lib/projects/model'
import type { ConcernedGuideline } from '@/lib/reviews/adjudication/schema'

type About = { corpusId: string /** Null: every label. */; labels: string[] | null }
type Disputed = { id: string; kind: string; content: unknown; corpusId: string | null }

/** The guidelines of the labels that a version is about, the first label's first. A format is about none. */
export async function findGuidelines(
  actor: ProjectActor,
  of: Disputed,
  within: Tx = db,
): Promise<ConcernedGuideline[]> {
  const about = await whatItIsAbout(of, within)
  if (!about) return []
  const rows = await within.$queryRaw<{ versionId: string; key: string; waits: boolean }[]>`
    SELECT shown.id AS "versionId", a.key, shown.waits
    FROM artifact a CROSS JOIN LATERAL (
      SELECT v.id, w.state IN ('waiting', 'disputed') AND v.id <> ${of.id}::uuid AS waits
      FROM version v JOIN draft w ON w.version_id = v.id
      WHERE v.artifact_id = a.id AND w.state NOT IN ('proposed', 'superseded')
      ORDER BY w.state IN ('waiting', 'disputed') DESC, w.state = 'approved' DESC, v.number DESC LIMIT 1) shown
    WHERE a.project_id = ${actor.project.id}::uuid AND a.kind = 'guideline' AND a.corpus_id = ${about.corpusId}::uuid
      AND a.retired_at IS NULL AND ${about.labels ? sql`a.key = ANY(${about.labels}::text[])` : sql`true`}
    ORDER BY array_position(${about.labels ?? []}::text[], a.key), a.key LIMIT 200`
  const versions = await within.version.findMany({
    where: { id: { in: rows.map(({ versionId }) => versionId) } },
    include: versionParts,
  })
  const views = new Map((await versionViews(versions, within)).map((view) => [view.id, view]))
  return rows.map(({ versionId, key, waits }) => {
    const version = views.get(versionId)!
    return { artifactId: version.artifactId, key, corpusId: about.corpusId, version, waits }
  })
}

async function whatItIsAbout(of: Disputed, within: Tx): Promise<About | null> {
  const scoped = (labels: string[]) => (labels.length > 0 ? labels : null)
  switch (of.kind as ArtifactKind) {
    case 'guideline':
      return of.corpusId === null
        ? null
        : { corpusId: of.corpusId, labels: [read('guideline', of.content).label] }
    case 'rule':
      return of.corpusId === null
        ? null
        : { corpusId: of.corpusId, labels: scoped(read('rule', of.content).scope.labels) }
    case 'application': {
      const { ruleVersionId } = read('application', of.content)
      const rule = await within.version.findUnique({
        where: { id: ruleVersionId },
        select: { content: true },
      })
      const labels = rule ? read('rule', rule.content).scope.labels : []
      return of.corpusId === null ? null : { corpusId: of.corpusId, labels: scoped(labels) }
    }
    case 'record': {
      const { corpusId, labels } = read('record', of.content).provenance
      return { corpusId, labels }
    }
    case 'format':
    case 'pair':
    case 'node':
    case 'syllabus':
      return null
  }
}

const read = <Kind extends ArtifactKind>(kind: Kind, content: unknown) =>
  findKind<Kind>(kind).content.parse(content)
