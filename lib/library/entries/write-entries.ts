import { findKind } from '@/lib/artifacts/kinds/find-kind'
import {
  type DraftState,
  type LibraryKind,
  libraryKinds,
  type SomeContent,
  titleOf,
} from '@/lib/artifacts/model'
import { cutGrams, foldText } from '@/lib/library/entries/cut-grams'
import { db, sql, type Tx } from '@/lib/platform/db'
import { stands } from '@/lib/reviews/stands'

const AT_ONCE = 500
const LONGEST_TITLE = 120

/** Writes the entries of what changed in any project, for a worker. Gives how many changes it read. */
export async function writeEntries(): Promise<number> {
  const next = await db.libraryChange.findFirst({ orderBy: { number: 'asc' }, select: { projectId: true } })
  return next ? writeSome(next.projectId) : 0
}

/** What changed in a project, so that its lists tell it: as much as a reader may wait for. A worker writes the rest. */
export async function refreshEntries(projectId: string, rounds = 4): Promise<void> {
  for (let round = 0; round < rounds; round++)
    if (
      (await db.libraryChange.count({ where: { projectId }, take: 1 })) === 0 ||
      (await writeSome(projectId)) < AT_ONCE
    )
      return
}

/** The same for one artifact. */
export async function refreshEntry(projectId: string, artifactId: string): Promise<void> {
  if (await db.libraryChange.findFirst({ where: { projectId, artifactId } }))
    await writeSome(projectId, artifactId)
}

async function writeSome(projectId: string, artifactId?: string): Promise<number> {
  return db.$transaction(
    async (tx) => {
      // One at a time in a project: an older look must not be written over a newer one.
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`library ${projectId}`}, 0))`
      const one = artifactId ? sql`AND artifact_id = ${artifactId}::uuid` : sql``
      const taken = await tx.$queryRaw<{ id: string }[]>`
        DELETE FROM library_change WHERE number IN (
          SELECT number FROM library_change WHERE project_id = ${projectId}::uuid ${one} ORDER BY number LIMIT ${AT_ONCE})
        RETURNING artifact_id AS id`
      const rows = await readFacts(tx, [...new Set(taken.map(({ id }) => id))])
      if (rows.length > 0) {
        await writeRows(tx, rows)
        await writeTexts(tx, rows)
      }
      return taken.length
    },
    { timeout: 60_000, maxWait: 20_000 },
  )
}

type Facts = {
  artifactId: string
  projectId: string
  kind: LibraryKind
  corpusId: string | null
  key: string
  state: DraftState
  retired: boolean
  newestId: string
  newest: unknown
  approvedId: string | null
  approvedNumber: number | null
  approved: unknown
  decidedById: string | null
  decidedAt: string | null
  /** Of an application: what its rule speaks about. */
  ruleLabels: string[] | null
}

async function readFacts(tx: Tx, ids: readonly string[]): Promise<Facts[]> {
  return tx.$queryRaw<Facts[]>`
    SELECT a.id AS "artifactId", a.project_id AS "projectId", a.kind, a.corpus_id AS "corpusId", a.key,
      a.retired_at IS NOT NULL AS retired, newest.state, newest.id AS "newestId", newest.content AS newest,
      approved.id AS "approvedId", approved.number AS "approvedNumber", approved.content AS approved,
      approved.by AS "decidedById", approved.at::text AS "decidedAt",
      CASE WHEN a.kind = 'application' THEN (
        SELECT ARRAY(SELECT jsonb_array_elements_text(r.content->'scope'->'labels')) FROM version r
        WHERE r.id = (newest.content->>'ruleVersionId')::uuid) END AS "ruleLabels"
    FROM artifact a
    CROSS JOIN LATERAL (
      SELECT w.state, v.id, v.content FROM version v JOIN draft w ON w.version_id = v.id
      WHERE v.artifact_id = a.id ORDER BY w.state IN ('superseded', 'proposed'), v.number DESC LIMIT 1) newest
    LEFT JOIN LATERAL (
      SELECT v.id, v.number, v.content, d.reviewer_id AS by, d.created_at AS at
      FROM version v JOIN draft w ON w.version_id = v.id AND w.state = 'approved'
        JOIN decision d ON d.version_id = v.id AND d.verdict = 'approve' AND ${stands}
      WHERE v.artifact_id = a.id
      ORDER BY v.number DESC, d.number <= w.votes_after, d.role = 'reviewer', d.number LIMIT 1) approved ON true
    WHERE a.id = ANY(${[...ids]}::uuid[]) AND a.kind = ANY(${[...libraryKinds]}::text[])`
}

async function writeRows(tx: Tx, rows: readonly Facts[]): Promise<void> {
  const entries = rows.map((row) => {
    const { newest, approved, ruleLabels, ...entry } = row
    const shown = someContent(row, approved ?? newest)
    const { en, zh } = titleOf(shown).title
    return { ...entry, labels: labelsOf(shown, ruleLabels), titleEn: titled(en), titleZh: titled(zh) }
  })
  await tx.$executeRaw`
    INSERT INTO library_entry (artifact_id, project_id, kind, corpus_id, key, labels, title_en, title_zh, state, newest_id,
      approved_id, approved_number, decided_by_id, decided_at, retired)
    SELECT e."artifactId", e."projectId", e.kind, e."corpusId", e.key,
      ARRAY(SELECT jsonb_array_elements_text(e.labels)), e."titleEn", e."titleZh", e.state, e."newestId",
      e."approvedId", e."approvedNumber", e."decidedById", e."decidedAt", e.retired
    FROM jsonb_to_recordset(${JSON.stringify(entries)}::jsonb) e("artifactId" uuid, "projectId" uuid, kind text, "corpusId" uuid,
      key text, labels jsonb, "titleEn" text, "titleZh" text, state text, "newestId" uuid, "approvedId" uuid,
      "approvedNumber" int, "decidedById" text, "decidedAt" timestamp, retired boolean)
    ON CONFLICT (artifact_id) DO UPDATE SET labels = excluded.labels, title_en = excluded.title_en,
      title_zh = excluded.title_zh, state = excluded.state, newest_id = excluded.newest_id,
      approved_id = excluded.approved_id, approved_number = excluded.approved_number,
      decided_by_id = excluded.decided_by_id, decided_at = excluded.decided_at, retired = excluded.retired`
}

/** A version never changes: its text is written once, and goes when the library shows the version no more. */
async function writeTexts(tx: Tx, rows: readonly Facts[]): Promise<void> {
  const shown = rows.flatMap((row) => [
    { ...row, versionId: row.newestId, content: row.newest },
    ...(row.approvedId && row.approvedId !== row.newestId
      ? [{ ...row, versionId: row.approvedId, content: row.approved }]
      : []),
  ])
  const ids = shown.map(({ versionId }) => versionId)
  await tx.$executeRaw`
    DELETE FROM library_text WHERE artifact_id = ANY(${rows.map((row) => row.artifactId)}::uuid[])
      AND version_id <> ALL(${ids}::uuid[])`
  const written = await tx.libraryText.findMany({
    where: { versionId: { in: ids } },
    select: { versionId: true },
  })
  const isWritten = new Set(written.map(({ versionId }) => versionId))
  const data = shown
    .filter(({ versionId }) => !isWritten.has(versionId))
    .map((row) => {
      const text = searchedText(row, row.content)
      return { versionId: row.versionId, artifactId: row.artifactId, text, grams: cutGrams(text) }
    })
  await tx.libraryText.createMany({ data })
}

function someContent({ kind }: Facts, content: unknown): SomeContent {
  return { kind, content: findKind(kind).content.parse(content) } as SomeContent
}

/** Everything of a content that people read, as it is searched. */
function searchedText(row: Facts, given: unknown): string {
  const { kind, content } = someContent(row, given)
  const said = content as Record<string, unknown>
  return foldText([row.key, ...findKind(kind).searched.flatMap((field) => linesIn(said[field]))].join('\n'))
}

function linesIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(linesIn) : []
}

/** The labels that something in the library speaks about. */
function labelsOf(of: SomeContent, ruleLabels: readonly string[] | null): readonly string[] {
  if (of.kind === 'guideline') return [of.content.label]
  return of.kind === 'rule' ? of.content.scope.labels : (ruleLabels ?? [])
}

const titled = (title: string) => foldText(title).slice(0, LONGEST_TITLE)
