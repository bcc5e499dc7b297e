import type { InstanceView } from '@/lib/corpora/instances/schema'
import { labelNamesSchema, standingNames } from '@/lib/corpora/label-names/model'
import { mineConfusions } from '@/lib/corpora/mine-confusions'
import {
  confusionEditsSchema,
  corpusStateSchema,
  editConfusions,
  type ImportFormat,
  importFormatSchema,
  issueParamsSchema,
  labelCountSchema,
  type Severity,
  severitySchema,
  splitSchema,
} from '@/lib/corpora/model'
import type { ConfusionView, CorpusView, ImportIssueView, UploadView } from '@/lib/corpora/schema'
import { showInstance } from '@/lib/corpora/show-instance'
import { cutPage, parseCursor } from '@/lib/platform/cursor'
import { db, joinSql, sql } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import type { ProjectActor } from '@/lib/projects/model'
import { taskFormSchema } from '@/lib/tasks/model'

type PageQuery = { cursor?: string; limit: number }
type Page<Item> = { items: Item[]; nextCursor: string | null }
type CorpusRow = NonNullable<Awaited<ReturnType<typeof db.corpus.findUnique>>>

/** By name; the name is the cursor. */
export async function listCorpora(actor: ProjectActor, input: PageQuery): Promise<Page<CorpusView>> {
  const rows = await db.corpus.findMany({
    where: { projectId: actor.project.id, ...(input.cursor !== undefined && { name: { gt: input.cursor } }) },
    orderBy: { name: 'asc' },
    take: input.limit + 1,
  })
  const { items, nextCursor } = cutPage(rows, input.limit, (row) => row.name)
  return { items: await corpusViews(items), nextCursor }
}

export async function readCorpus(actor: ProjectActor, input: { corpus: string }): Promise<CorpusView> {
  return corpusView(await findCorpus(actor, input.corpus))
}

/** Every label of a corpus with those that are easily taken for it. */
export async function listConfusions(
  actor: ProjectActor,
  input: { corpus: string },
): Promise<{ items: ConfusionView[] }> {
  const corpus = await findCorpus(actor, input.corpus)
  const mined = await mineConfusions(corpus)
  const chosen = editConfusions(mined, confusionEditsSchema.parse(corpus.confusionEdits))
  const counts = new Map(
    [...mined].map(([label, others]) => [label, new Map(others.map((one) => [one.label, one.count]))]),
  )
  const labels = labelCountSchema.array().parse(corpus.labels)
  return {
    items: labels.map(({ label }) => ({
      label,
      others: (chosen.get(label) ?? []).map((other) => ({
        label: other,
        count: counts.get(label)?.get(other) ?? null,
      })),
    })),
  }
}

/** A text may have 10 MB, and 200 of them would fill the memory. */
const MOST_BYTES = 64_000_000
const instanceBytes = sql`(octet_length(text) + octet_length(gold::text))`

/** In the order of the ordinals asked for; an ordinal that is none is left out. */
export async function readInstances(
  actor: ProjectActor,
  input: { corpus: string; ordinals: number[] },
): Promise<{ items: InstanceView[] }> {
  const { id, taskForm } = await findCorpus(actor, input.corpus)
  const ordinals = [...new Set(input.ordinals.filter((ordinal) => ordinal < 2 ** 31))]
  await refuseTooMuch(id, ordinals)
  const rows = await db.instance.findMany({
    where: { corpusId: id, ordinal: { in: ordinals } },
    select: { id: true, ordinal: true, line: true, text: true, gold: true },
  })
  const found = new Map(rows.map((row) => [row.ordinal, instanceView(taskForm, row)]))
  return { items: input.ordinals.flatMap((ordinal) => found.get(ordinal) ?? []) }
}

async function refuseTooMuch(corpusId: string, ordinals: number[]): Promise<void> {
  const [size] = await db.$queryRaw<{ bytes: number }[]>(sql`
    SELECT coalesce(sum(${instanceBytes}), 0)::float8 AS bytes FROM instance
    WHERE corpus_id = ${corpusId}::uuid AND ordinal = ANY(${ordinals}::int[])`)
  if (size!.bytes <= MOST_BYTES) return
  throw new AppError('too_large', 'These texts are too long to be sent at once. Ask for fewer of them.', {
    reason: 'texts-too-large',
  })
}

/** By line, and within a line as found. */
export async function listImportIssues(
  actor: ProjectActor,
  input: PageQuery & { corpus: string; severity?: Severity },
): Promise<Page<ImportIssueView>> {
  const { id } = await findCorpus(actor, input.corpus)
  const [, line, part] = parseCursor(/^(\d{1,9})_(\d{1,9})$/, input.cursor ?? '0_0')
  const severe = input.severity === undefined ? sql`` : sql`AND severity = ${input.severity}`
  const rows = await db.$queryRaw<IssueRow[]>(sql`
    SELECT line, part, severity, code, message, excerpt, params FROM import_issue
    WHERE corpus_id = ${id}::uuid AND (line, part) > (${Number(line)}, ${Number(part)}) ${severe}
    ORDER BY line, part LIMIT ${input.limit + 1}`)
  const { items, nextCursor } = cutPage(rows, input.limit, (row) => `${row.line}_${row.part}`)
  return { items: items.map(issueView), nextCursor }
}

export async function findCorpus(actor: ProjectActor, id: string): Promise<CorpusRow> {
  const corpus = await db.corpus.findFirst({ where: { id, projectId: actor.project.id } })
  return corpus ?? refuseCorpus()
}

function refuseCorpus(): never {
  throw new AppError('not_found', 'There is no such corpus here.', { reason: 'corpus-unknown' })
}

export type SearchableCorpus = {
  id: string
  taskForm: string
  lastOrdinal: number
  /** The survey whose index finds its instances; null while there is none. */
  surveyId: number | null
}

/** A corpus of the project and its newest finished survey, or one that has come as far as its index. */
export async function findSearchable(actor: ProjectActor, id: string): Promise<SearchableCorpus> {
  const [corpus] = await db.$queryRaw<SearchableCorpus[]>(sql`
    SELECT id, task_form AS "taskForm",
      coalesce((SELECT max(ordinal) FROM instance WHERE corpus_id = corpus.id), 0) AS "lastOrdinal", (
      SELECT s.id FROM corpus_survey s WHERE s.corpus_id = corpus.id AND s.phase <> 'reading'
      ORDER BY s.phase = 'ready' DESC, s.id DESC LIMIT 1) AS "surveyId"
    FROM corpus WHERE id = ${id}::uuid AND project_id = ${actor.project.id}::uuid`)
  return corpus ?? refuseCorpus()
}

export async function findUpload(actor: ProjectActor, id: string) {
  const upload = await db.upload.findFirst({ where: { id, projectId: actor.project.id } })
  if (upload) return upload
  throw uploadUnknown()
}

export function uploadUnknown(): AppError {
  return new AppError('not_found', 'This upload is not here any more. Send the file again.', {
    reason: 'upload-unknown',
  })
}

export function uploadView(row: {
  id: string
  fileName: string
  bytes: bigint
  sha256: string
  createdAt: Date
}): UploadView {
  const { id, fileName, sha256 } = row
  return { id, fileName, bytes: Number(row.bytes), sha256, createdAt: row.createdAt.toISOString() }
}

export async function corpusView(row: CorpusRow): Promise<CorpusView> {
  return (await corpusViews([row]))[0]!
}

type Guidelines = CorpusView['guidelines']

async function corpusViews(rows: CorpusRow[]): Promise<CorpusView[]> {
  const guidelines = await countGuidelines(rows.map(({ id }) => id))
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    taskForm: taskFormSchema.parse(row.taskForm),
    language: row.language,
    licence: row.licence,
    source: row.source,
    split: splitSchema.parse(row.split),
    format: importFormatSchema.parse(row.format) satisfies ImportFormat,
    fileName: row.fileName,
    fileSha256: row.fileSha256,
    fileBytes: Number(row.fileBytes),
    state: corpusStateSchema.parse(row.state),
    heldOut: row.heldOut,
    instanceCount: row.instanceCount,
    refusedCount: row.refusedCount,
    warningCount: row.warningCount,
    itemCount: row.itemCount,
    ...labelsOfRow(row),
    guidelines: guidelines.get(row.id) ?? { waiting: 0, approved: 0, rejected: 0 },
    createdAt: row.createdAt.toISOString(),
    importedAt: row.importedAt?.toISOString() ?? null,
  }))
}

function labelsOfRow(row: CorpusRow): Pick<CorpusView, 'labels' | 'labelNames'> {
  const labels = labelCountSchema.array().parse(row.labels)
  const names = labels.map(({ label }) => label)
  return { labels, labelNames: standingNames(names, labelNamesSchema.parse(row.labelNames)) }
}

/** One query, however many corpora. A retired guideline counts no more. */
async function countGuidelines(corpusIds: string[]): Promise<Map<string, Guidelines>> {
  const counts = new Map<string, Guidelines>()
  if (corpusIds.length === 0) return counts
  const rows = await db.$queryRaw<{ corpusId: string; state: string; count: number }[]>(sql`
    SELECT a.corpus_id AS "corpusId", replace(d.state, 'disputed', 'waiting') AS state, count(DISTINCT a.id)::int AS count
    FROM artifact a JOIN version v ON v.artifact_id = a.id JOIN draft d ON d.version_id = v.id
    WHERE a.corpus_id IN (${joinSql(corpusIds.map((id) => sql`${id}::uuid`))})
      AND a.kind = 'guideline' AND a.retired_at IS NULL AND d.state NOT IN ('superseded', 'proposed')
    GROUP BY 1, 2`)
  for (const { corpusId, state, count } of rows) {
    const own = counts.get(corpusId) ?? { waiting: 0, approved: 0, rejected: 0 }
    counts.set(corpusId, { ...own, [state]: count })
  }
  return counts
}

type InstanceRow = { id: string; ordinal: number; line: number; text: string; gold: unknown }
type IssueRow = Omit<ImportIssueView, 'severity' | 'params'> & {
  part: number
  severity: string
  params: unknown
}

function instanceView(taskForm: string, row: InstanceRow): InstanceView {
  return { id: row.id, ...showInstance(taskFormSchema.parse(taskForm), row) }
}

function issueView({ line, severity, code, message, excerpt, params }: IssueRow): ImportIssueView {
  return {
    ...{ line, severity: severitySchema.parse(severity), code, message, excerpt },
    params: issueParamsSchema.parse(params),
  }
}
