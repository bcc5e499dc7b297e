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
import { removedAbove, subjectPlace } from '@/lib/taxonomy/nodes/out-of-use'

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
    removed AS (
      SELECT v.id, gone.id AS node, coalesce(gone.version_id, gone.id) AS shown FROM version v
        JOIN artifact a ON a.id = v.artifact_id AND a.kind = 'pair' AND a.project_id = ${project}
        JOIN ${subjectPlace(actor.project.id, "(v.content->'subject'->>'nodeId')::uuid")} place ON true
        JOIN ${removedAbove(actor.project.id, 'place.path')} gone ON true
      WHERE EXISTS (SELECT 1 FROM release_item i WHERE i.version_id = v.id)
        AND ${input.artifact ? sql`gone.id = ${input.artifact}::uuid` : sql`true`}),
    built AS MATERIALIZED (
      SELECT id, id AS shown FROM concerned
      UNION ALL SELECT id, shown FROM removed WHERE id NOT IN (SELECT id FROM concerned)),
    releases AS (
      SELECT r.number, r.name, r.item_count AS of, array_agg(DISTINCT c.shown) AS versions, count(*)::int AS items
      FROM built c JOIN release_item i ON i.version_id = c.id JOIN release r ON r.id = i.release_id
      GROUP BY r.id),
    runs AS (
      SELECT r.id, r.number, l.number AS release_number, r.instruction_count AS of,
        array_agg(DISTINCT c.shown) AS versions, array_agg(c.id) AS ids,
        least(sum(u.records), r.instruction_count)::int AS records
      FROM built c JOIN run_use u ON u.version_id = c.id JOIN run r ON r.id = u.run_id
        JOIN release l ON l.id = r.release_id
      GROUP BY r.id, l.number),
    exports AS (
      SELECT runs.number, e.id, e.format, coalesce(held.versions, runs.versions) AS versions, told.of,
        least(coalesce(held.records, runs.records), told.of)::int AS records
      FROM runs JOIN export e ON e.run_id = runs.id AND e.state = 'done'
        CROSS JOIN LATERAL (SELECT coalesce((e.manifest->>'records')::int, runs.of) AS of) told
        CROSS JOIN LATERAL (
          SELECT array_agg(DISTINCT c.shown) AS versions, sum((one->>'instructions')::int) AS records
          FROM jsonb_path_query(e.manifest, '$.versions[*]') one
            JOIN unnest(runs.ids) held_id ON held_id::text = one->>'versionId' JOIN built c ON c.id = held_id
        ) held
      WHERE e.manifest->'versions' IS NULL OR held.versions IS NOT NULL)
    SELECT 'item' AS place, number, id::text, key AS name, content,
      jsonb_build_object('artifactId', artifact_id, 'kind', kind, 'newer', newer_number, 'why', why) AS detail,
      ARRAY[]::uuid[] AS versions, 0 AS of FROM concerned
    UNION ALL SELECT 'item', v.number, v.id::text, v.id::text, v.content,
      jsonb_build_object('artifactId', v.artifact_id, 'kind', 'node', 'newer', NULL, 'why', 'removed', 'pairs', gone.pairs),
      ARRAY[]::uuid[], 0
      FROM (SELECT shown, count(*) AS pairs FROM removed GROUP BY shown) gone JOIN version v ON v.id = gone.shown
    UNION ALL SELECT 'release', number, NULL, name, NULL, jsonb_build_object('items', items), versions, of FROM releases
    UNION ALL SELECT 'run', number, NULL, NULL, NULL,
      jsonb_build_object('release', release_number, 'records', records), versions, of FROM runs
    UNION ALL SELECT 'export', number, id::text, format, NULL, jsonb_build_object('records', records), versions, of FROM exports
    ORDER BY 1, 2 DESC, 3`
  const of = (place: Row['place']) => rows.filter((row) => row.place === place)
  return {
    items: of('item').map(itemOf),
    releases: of('release').map((row) => {
      const { items } = row.detail as { items: number }
      return { number: row.number!, name: row.name!, items, ...placeOf(row) }
    }),
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
  const { artifactId, kind, newer, why, pairs } = row.detail as {
    artifactId: string
    kind: LibraryKind | 'node'
    pairs?: number
    newer: number | null
    why: Stale['items'][number]['why']
  }
  const content = { kind, content: findKind(kind).content.parse(row.content) } as SomeContent
  return {
    ...{ artifactId, kind, key: row.name!, title: titleOf(content).title, why },
    ...{ versionId: row.id!, versionNumber: row.number!, newerNumber: newer },
    ...(pairs !== undefined && { pairs }),
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
      SELECT now.version_id FROM (${approvedVersions(projectId)}) now JOIN version v ON v.id = now.version_id
        LEFT JOIN ${subjectPlace(projectId, "(v.content->'subject'->>'nodeId')::uuid")} place ON now.kind = 'pair'
        LEFT JOIN ${removedAbove(projectId, 'place.path')} gone ON true
      WHERE now.version_id = ANY(${[...input.versions]}::uuid[]) AND gone.id IS NULL`,
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
