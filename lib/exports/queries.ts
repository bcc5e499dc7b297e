import { findFormat } from '@/lib/exports/formats/find-format'
import {
  type ExportFile,
  exportFileSchema,
  exportFormatSchema,
  exportOptionsSchema,
  exportStateSchema,
  manifestSchema,
} from '@/lib/exports/model'
import type { ExportDetail, ExportView } from '@/lib/exports/schema'
import { parseTimeCursor } from '@/lib/platform/cursor'
import { db, sql } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import type { ProjectActor } from '@/lib/projects/model'

type ExportRow = Omit<ExportView, 'format' | 'options' | 'state' | 'files' | 'createdAt' | 'finishedAt'> & {
  format: string
  options: unknown
  state: string
  files: unknown
  createdAt: Date
  finishedAt: Date | null
}

const selectExports = sql`
  SELECT e.id, r.number AS "runNumber", l.number AS "releaseNumber", e.format, e.options, e.state, e.files,
    coalesce((SELECT sum((f->>'rows')::int) FROM jsonb_array_elements(e.files) f WHERE f->>'split' IS NOT NULL),
      r.instruction_count)::int AS "instructionCount",
    (SELECT j.id FROM job_run j WHERE j.kind = 'export-run' AND j.subject_id = e.id::text
      ORDER BY j.created_at DESC LIMIT 1) AS "jobId",
    coalesce(u.name, e.created_by_id) AS "createdBy", e.created_at AS "createdAt", e.finished_at AS "finishedAt"
  FROM export e JOIN run r ON r.id = e.run_id JOIN release l ON l.id = r.release_id
    LEFT JOIN "user" u ON u.id = e.created_by_id`

export async function listExports(
  actor: ProjectActor,
  input: { cursor?: string; limit?: number },
): Promise<{ items: ExportView[]; nextCursor: string | null }> {
  const { limit = 50 } = input
  const from = input.cursor === undefined ? null : parseTimeCursor(input.cursor)
  const after = from ? sql`AND (e.created_at, e.id) < (${from.at}::timestamp, ${from.id}::uuid)` : sql``
  const rows = await db.$queryRaw<ExportRow[]>`${selectExports}
    WHERE e.project_id = ${actor.project.id}::uuid ${after}
    ORDER BY e.created_at DESC, e.id DESC LIMIT ${limit + 1}`
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return {
    items: items.map(exportView),
    nextCursor: rows.length > limit && last ? `${last.createdAt.toISOString()}_${last.id}` : null,
  }
}

export async function readExport(actor: ProjectActor, input: { export: string }): Promise<ExportDetail> {
  const view = exportView(await findExport(actor, input.export))
  const { manifest } = await db.export.findUniqueOrThrow({
    where: { id: view.id },
    select: { manifest: true },
  })
  const data = view.files.flatMap(({ name, split, rows }) =>
    split ? [{ name, split, rows: rows ?? 0 }] : [],
  )
  // Exports from before there were splits have a manifest of another shape.
  const known = manifestSchema.safeParse(manifest)
  return {
    ...view,
    manifest: known.success ? known.data : null,
    commands: data.length ? findFormat(view.format).commands(data) : [],
  }
}

/** All files of a finished export, for those who take it as a whole. */
export async function archiveExport(
  actor: ProjectActor,
  input: { export: string },
): Promise<{ name: string; content: ExportFile[] }> {
  const found = await findExport(actor, input.export)
  if (found.state === 'done')
    return {
      name: `${actor.project.slug}-run-${found.runNumber}-${found.format}.tar`,
      content: filesOf(found),
    }
  throw new AppError('conflict', 'This export is not finished: there are no files yet.', {
    reason: 'export-not-done',
  })
}

/** A file of a finished export: only one that the export itself lists can be had. */
export async function downloadExport(
  actor: ProjectActor,
  input: { export: string; name: string },
): Promise<ExportFile> {
  const found = await findExport(actor, input.export)
  const file = filesOf(found).find(({ name }) => name === input.name)
  if (file && found.state === 'done') return file
  throw new AppError('not_found', `This export has no file “${input.name}”.`, {
    reason: 'file-unknown',
    params: { name: input.name },
  })
}

async function findExport(actor: ProjectActor, id: string): Promise<ExportRow> {
  const [row] = await db.$queryRaw<ExportRow[]>`${selectExports}
    WHERE e.project_id = ${actor.project.id}::uuid AND e.id = ${id}::uuid`
  if (row) return row
  throw new AppError('not_found', 'There is no such export here.', { reason: 'export-unknown' })
}

const filesOf = (row: { files: unknown }) => exportFileSchema.array().parse(row.files)

function exportView(row: ExportRow): ExportView {
  return {
    ...row,
    format: exportFormatSchema.parse(row.format),
    options: exportOptionsSchema.parse(row.options),
    state: exportStateSchema.parse(row.state),
    files: filesOf(row).map(({ key: _key, ...file }) => file),
    createdAt: row.createdAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
  }
}
