import { stringify } from 'yaml'
import { type LibraryKind, libraryKinds } from '@/lib/artifacts/model'
import {
  type ArtifactFile,
  LAYOUT,
  type PastVersion,
  type SourceHow,
  sourceNoteSchema,
} from '@/lib/library/folder/model'
import { nameFile } from '@/lib/library/folder/name-file'
import { writeFile } from '@/lib/library/folder/write-file'
import { pseudonymOf } from '@/lib/library/releases/queries'
import { approvedVersions } from '@/lib/library/releases/select-approved'
import { db } from '@/lib/platform/db'
import type { ProjectActor } from '@/lib/projects/model'
import { stands } from '@/lib/reviews/stands'
import type { TaskForm } from '@/lib/tasks/model'

export type FolderFile = { path: string; text: string }

const AT_ONCE = 200

/** What is approved in a project as a folder, a file an artifact: the same library is the same bytes, whenever it is asked for. */
export async function* exportLibrary(actor: ProjectActor): AsyncGenerator<FolderFile> {
  const approved = await db.$queryRaw<{ id: string; kind: LibraryKind }[]>`
    SELECT now.version_id AS id, a.kind FROM (${approvedVersions(actor.project.id)}) now
      JOIN artifact a ON a.id = now.artifact_id ORDER BY a.kind, a.key COLLATE "C", a.id`
  const counted = libraryKinds.map((kind) => [kind, approved.filter((one) => one.kind === kind).length])
  yield {
    path: 'library.yaml',
    text: stringify({
      gloss: `library/${LAYOUT}`,
      project: actor.project.name,
      items: Object.fromEntries(counted),
    }),
  }
  for (let from = 0; from < approved.length; from += AT_ONCE)
    yield* filesOf(approved.slice(from, from + AT_ONCE).map(({ id }) => id))
}

type Row = {
  id: string
  artifactId: string
  kind: LibraryKind
  key: string
  taskForm: TaskForm
  corpus: { name: string; file: string } | null
  rule: { key: string; hash: string } | null
  content: Record<string, unknown>
  hash: string
  number: number
  sources: { how: SourceHow; hash: string; named: unknown }[] | null
}

/** The files of these versions, in their order. */
export async function* filesOf(versionIds: string[]): AsyncGenerator<FolderFile> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT v.id, a.id AS "artifactId", a.kind, a.key, a.task_form AS "taskForm", v.content, v.content_hash AS hash, v.number,
      CASE WHEN c.id IS NOT NULL THEN json_build_object('name', c.name, 'file', c.file_sha256) END AS corpus,
      CASE WHEN a.kind = 'application' THEN (
        SELECT json_build_object('key', ra.key, 'hash', r.content_hash) FROM version r JOIN artifact ra ON ra.id = r.artifact_id
        WHERE r.id = (v.content->>'ruleVersionId')::uuid) END AS rule,
      (SELECT json_agg(json_build_object('how', s.how, 'hash', s.source_hash, 'named', s.named) ORDER BY s.place)
        FROM version_source s WHERE s.version_id = v.id) AS sources
    FROM version v JOIN artifact a ON a.id = v.artifact_id LEFT JOIN corpus c ON c.id = a.corpus_id
    WHERE v.id = ANY(${versionIds}::uuid[])`
  const histories = await readHistories(rows.map(({ artifactId }) => artifactId))
  const byId = new Map(rows.map((row) => [row.id, row]))
  for (const id of versionIds) {
    const { kind, artifactId, ...row } = byId.get(id)!
    const file: Omit<ArtifactFile, 'gloss'> = {
      ...{ key: row.key, taskForm: row.taskForm, content: row.content, hash: row.hash, version: row.number },
      ...(row.corpus && { corpus: row.corpus }),
      ...(row.rule && { rule: row.rule }),
      history: (histories.get(artifactId) ?? []).filter(({ version }) => version <= row.number),
      sources: (row.sources ?? []).map((one) => ({ ...one, named: sourceNoteSchema.parse(one.named) })),
    }
    yield {
      path: nameFile({ kind, corpus: row.corpus?.name ?? null, key: row.key }),
      text: writeFile(kind, file),
    }
  }
}

type PastRow = {
  artifactId: string
  number: number
  hash: string
  authorKind: string
  authorId: string
  at: Date
  decisions:
    | {
        verdict: PastVersion['decisions'][number]['verdict']
        by: string
        at: string
        reason: string | null
        comment: string
      }[]
    | null
}

/** Every version of these artifacts with what stands of the decisions on it; people by their pseudonyms. */
export async function readHistories(artifactIds: readonly string[]): Promise<Map<string, PastVersion[]>> {
  const rows = await db.$queryRaw<PastRow[]>`
    SELECT v.artifact_id AS "artifactId", v.number, v.content_hash AS hash, v.author_kind AS "authorKind",
      v.author_id AS "authorId", v.created_at AS at,
      (SELECT json_agg(json_build_object('verdict', d.verdict, 'by', d.reviewer_id, 'reason', d.reason_code,
          'comment', d.comment, 'at', to_char(d.created_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) ORDER BY d.number)
        FROM decision d WHERE d.version_id = v.id AND d.verdict <> 'undo' AND ${stands}) AS decisions
    FROM version v WHERE v.artifact_id = ANY(${[...artifactIds]}::uuid[]) ORDER BY v.number`
  const histories = new Map<string, PastVersion[]>()
  for (const row of rows)
    histories.set(row.artifactId, [...(histories.get(row.artifactId) ?? []), pastVersion(row)])
  return histories
}

function pastVersion({ number, hash, authorKind, authorId, at, decisions }: PastRow): PastVersion {
  return {
    ...{ version: number, hash, by: authorKind === 'person' ? pseudonymOf(authorId) : authorId },
    at: at.toISOString(),
    decisions: (decisions ?? []).map(({ verdict, by, at: when, reason, comment }) => ({
      ...{ verdict, by: pseudonymOf(by), at: when },
      ...(reason !== null && { reason }),
      ...(comment !== '' && { comment }),
    })),
  }
}
