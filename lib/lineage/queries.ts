import { findKind } from '@/lib/artifacts/kinds/find-kind'
import { type LibraryKind, type SomeContent, titleOf } from '@/lib/artifacts/model'
import { versionParts, versionViews } from '@/lib/artifacts/queries'
import { showInstance } from '@/lib/corpora/show-instance'
import { approvedVersions } from '@/lib/library/releases/select-approved'
import type { Lineage, Stale } from '@/lib/lineage/schema'
import { db, sql } from '@/lib/platform/db'
import type { ProjectActor } from '@/lib/projects/model'
import { decisionsOnArtifacts } from '@/lib/reviews/queries'
import { taskFormSchema } from '@/lib/tasks/model'

type Place = { versions: string[]; of: number }
type Row = {
  place: 'item' | 'release' | 'run' | 'export'
  number: number | null
  id: string | null
  name: string | null
  content: unknown
  detail: unknown
} & Place

/**
 * Everything built on versions that the library does not hold any more, or on any version of one artifact: one query over
 * releases, what runs counted of each version, and what the manifests of their exports say: an export may hold fewer records.
 */
export async function readStale(
  actor: ProjectActor,
  input: { artifact?: string | undefined } = {},
): Promise<Stale> {
  const project = sql`${actor.project.id}::uuid`
  const concerned = input.artifact
    ? sql`a.id = ${input.artifact}::uuid`
    : sql`(a.retired_at IS NOT NULL OR now.version_id IS DISTINCT FROM v.id)`
  const rows = await db.$queryRaw<Row[]>`
    WITH now AS (${approvedVersions(actor.project.id)}),
    concerned AS (
      SELECT v.id, v.number, v.content, a.id AS artifact_id, a.kind, a.key, newer.number AS newer_number,
        CASE WHEN a.retired_at IS NOT NULL THEN 'retired' WHEN now.version_id = v.id THEN NULL
          WHEN now.version_id IS NULL THEN 'withdrawn' ELSE 'changed' END AS why
      FROM version v JOIN artifact a ON a.id = v.artifact_id AND a.project_id = ${project}
        LEFT JOIN now ON now.artifact_id = a.id LEFT JOIN version newer ON newer.id = now.version_id
      WHERE ${concerned} AND EXISTS (SELECT 1 FROM release_item i WHERE i.version_id = v.id)),
    releases AS (
      SELECT r.number, r.name, r.item_count AS of, array_agg(c.id ORDER BY c.id) AS versions
      FROM concerned c JOIN release_item i ON i.version_id = c.id JOIN release r ON r.id = i.release_id
      GROUP BY r.id),
    runs AS (
      SELECT r.id, r.number, l.number AS release_number, r.instruction_count AS of,
        array_agg(c.id ORDER BY c.id) AS versions, least(sum(u.records), r.instruction_count)::int AS records
      FROM concerned c JOIN run_use u ON u.version_id = c.id JOIN run r ON r.id = u.run_id
        JOIN release l ON l.id = r.release_id
      GROUP BY r.id, l.number),
    exports AS (
      SELECT runs.number, e.id, e.format, coalesce(held.versions, runs.versions) AS versions, told.of,
        least(coalesce(held.records, runs.records), told.of)::int AS records
      FROM runs JOIN export e ON e.run_id = runs.id AND e.state = 'done'
        CROSS JOIN LATERAL (SELECT coalesce((e.manifest->>'records')::int, runs.of) AS of) told
        CROSS JOIN LATERAL (
          SELECT array_agg(id ORDER BY id) AS versions, sum((one->>'instructions')::int) AS records
          FROM jsonb_path_query(e.manifest, '$.versions[*]') one JOIN unnest(runs.versions) id ON id::text = one->>'versionId'
        ) held
      WHERE e.manifest->'versions' IS NULL OR held.versions IS NOT NULL)
    SELECT 'item' AS place, number, id::text, key AS name, content,
      jsonb_build_object('artifactId', artifact_id, 'kind', kind, 'newer', newer_number, 'why', why) AS detail,
      ARRAY[]::uuid[] AS versions, 0 AS of FROM concerned
    UNION ALL SELECT 'release', number, NULL, name, NULL, NULL, versions, of FROM releases
    UNION ALL SELECT 'run', number, NULL, NULL, NULL,
      jsonb_build_object('release', release_number, 'records', records), versions, of FROM runs
    UNION ALL SELECT 'export', number, id::text, format, NULL, jsonb_build_object('records', records), versions, of FROM exports
    ORDER BY 1, 2 DESC, 3`
  const of = (place: Row['place']) => rows.filter((row) => row.place === place)
  return {
    items: of('item').map(itemOf),
    releases: of('release').map((row) => ({ number: row.number!, name: row.name!, ...placeOf(row) })),
    runs: of('run').map((row) => {
      const { release, records } = row.detail as { release: number; records: number }
      return { number: row.number!, releaseNumber: release, records, ...placeOf(row) }
    }),
    exports: of('export').map((row) => {
      const { records } = row.detail as { records: number }
      return { id: row.id!, format: row.name!, runNumber: row.number!, records, ...placeOf(row) }
    }),
  }
}

const placeOf = ({ versions, of }: Place): Place => ({ versions, of })

function itemOf(row: Row): Stale['items'][number] {
  const { artifactId, kind, newer, why } = row.detail as {
    artifactId: string
    kind: LibraryKind
    newer: number | null
    why: Stale['items'][number]['why']
  }
  const content = { kind, content: findKind(kind).content.parse(row.content) } as SomeContent
  return {
    ...{ artifactId, kind, key: row.name!, title: titleOf(content).title, why },
    ...{ versionId: row.id!, versionNumber: row.number!, newerNumber: newer },
  }
}

/** What a composed record was made of, as its provenance names it, and whether that still stands. */
export async function readLineage(
  actor: ProjectActor,
  input: { corpus: string; ordinal: number; versions: readonly string[] },
): Promise<Lineage> {
  const projectId = actor.project.id
  const [corpus, rows, current] = await Promise.all([
    db.corpus.findFirst({ where: { id: input.corpus, projectId } }),
    db.version.findMany({
      where: { id: { in: [...input.versions] }, artifact: { projectId } },
      include: versionParts,
    }),
    db.$queryRaw<{ version_id: string }[]>`
      SELECT version_id FROM (${approvedVersions(projectId)}) now WHERE version_id = ANY(${[...input.versions]}::uuid[])`,
  ])
  const instance =
    corpus &&
    (await db.instance.findUnique({
      where: { corpusId_ordinal: { corpusId: corpus.id, ordinal: input.ordinal } },
    }))
  const [views, decisions] = await Promise.all([
    versionViews(rows),
    decisionsOnArtifacts(actor, [...new Set(rows.map(({ artifactId }) => artifactId))]),
  ])
  const standing = new Set(current.map((row) => row.version_id))
  return {
    corpus: corpus && { id: corpus.id, name: corpus.name, licence: corpus.licence, source: corpus.source },
    instance:
      corpus && instance
        ? { id: instance.id, ...showInstance(taskFormSchema.parse(corpus.taskForm), instance) }
        : null,
    versions: input.versions.flatMap((id) => {
      const version = views.find((view) => view.id === id)
      if (!version) return []
      const own = decisions.filter(({ versionId }) => versionId === id)
      return [{ version, decisions: own, stale: !standing.has(id) }]
    }),
  }
}
