import { parseNumberCursor } from '@/lib/platform/cursor'
import { db, sql } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import type { ProjectActor } from '@/lib/projects/model'
import {
  type Instruction,
  type RefusalReason,
  type RefusedRecord,
  recipeSchema,
  refusalReasons,
  releaseGroundSchema,
  runStateSchema,
} from '@/lib/synthesis/model'
import { readInstructionPage } from '@/lib/synthesis/read-instruction-page'
import { askingOf } from '@/lib/synthesis/record/asking-of'
import { type RunCounts, type RunView, runCountsSchema, tallySchema } from '@/lib/synthesis/schema'
import { taskFormSchema } from '@/lib/tasks/model'

type RunRow = Omit<
  RunView,
  'createdAt' | 'finishedAt' | 'bytes' | 'recipe' | 'counts' | 'asking' | 'state' | 'released'
> & {
  releasedHow: string | null
  releasedBy: string | null
  releasedAt: Date | null
  recipe: unknown
  counts: unknown
  state: string
  bytes: bigint
  fileKey: string | null
  createdAt: Date
  finishedAt: Date | null
}

const selectRuns = sql`
  SELECT r.id, r.number, l.number AS "releaseNumber", r.recipe, r.recipe_hash AS "recipeHash", r.state,
    r.instruction_count AS "instructionCount", r.counts, r.bytes, r.sha256, r.file_key AS "fileKey",
    (SELECT j.id FROM job_run j WHERE j.kind = 'compose-run' AND j.subject_id = r.id::text
      ORDER BY j.created_at DESC LIMIT 1) AS "jobId",
    (SELECT count(*)::int FROM export e WHERE e.run_id = r.id) AS exports,
    coalesce(u.name, r.created_by_id) AS "createdBy", r.created_at AS "createdAt", r.finished_at AS "finishedAt",
    r.released_how AS "releasedHow", r.released_at AS "releasedAt",
    (SELECT name FROM "user" WHERE id = r.released_by_id) AS "releasedBy"
  FROM run r JOIN release l ON l.id = r.release_id LEFT JOIN "user" u ON u.id = r.created_by_id`

export async function listRuns(
  actor: ProjectActor,
  input: { cursor?: string; limit?: number },
): Promise<{ items: RunView[]; nextCursor: string | null }> {
  const { limit = 50 } = input
  const before = input.cursor === undefined ? 2_147_483_647 : parseNumberCursor(input.cursor)
  const rows = await db.$queryRaw<RunRow[]>`${selectRuns}
    WHERE r.project_id = ${actor.project.id}::uuid AND r.number < ${before} ORDER BY r.number DESC LIMIT ${limit + 1}`
  const items = rows.slice(0, limit)
  return {
    items: items.map(runView),
    nextCursor: rows.length > limit ? String(items.at(-1)?.number) : null,
  }
}

export async function readRun(actor: ProjectActor, input: { number: number }): Promise<RunView> {
  return runView(await findRun(actor, input.number))
}

/** Records of a finished run in file order; the cursor is the byte at which the next one begins. */
export async function listInstructions(
  actor: ProjectActor,
  input: { number: number; cursor?: string; limit?: number },
): Promise<{ items: Instruction[]; nextCursor: string | null }> {
  const run = await findRun(actor, input.number)
  if (run.state !== 'done' || !run.fileKey)
    throw new AppError('conflict', `Run ${run.number} is not finished: there are no records to show yet.`, {
      reason: 'run-not-done',
      params: { number: run.number },
    })
  const from = input.cursor === undefined ? 0 : parseNumberCursor(input.cursor, Number(run.bytes))
  return readInstructionPage(
    { key: run.fileKey, bytes: Number(run.bytes) },
    { from, limit: input.limit ?? 50 },
  )
}

/** What the gates refused, in the order of the reasons, with the records kept of each. */
export async function listRefusals(
  actor: ProjectActor,
  input: { number: number },
): Promise<{ items: { reason: RefusalReason; count: number; records: RefusedRecord[] }[] }> {
  const run = await findRun(actor, input.number)
  const { refused } = runCountsSchema.parse(run.counts)
  const { refusals } = await db.run.findUniqueOrThrow({ where: { id: run.id }, select: { refusals: true } })
  const kept = tallySchema.shape.refusals.parse(refusals)
  const counted = refusalReasons.filter((reason) => refused[reason])
  return {
    items: counted.map((reason) => ({ reason, count: refused[reason]!, records: kept[reason] ?? [] })),
  }
}

async function findRun(actor: ProjectActor, number: number): Promise<RunRow> {
  const [row] = await db.$queryRaw<RunRow[]>`${selectRuns}
    WHERE r.project_id = ${actor.project.id}::uuid AND r.number = ${number}`
  if (row) return row
  throw new AppError('not_found', `This project has no run ${number}.`, {
    reason: 'run-unknown',
    params: { number },
  })
}

function runView({ fileKey: _fileKey, releasedHow, releasedBy, releasedAt, ...row }: RunRow): RunView {
  const counts = runCountsSchema.parse(row.counts)
  return {
    ...row,
    released: releasedAt && {
      how: releaseGroundSchema.parse(releasedHow),
      by: releasedBy,
      at: releasedAt.toISOString(),
    },
    recipe: recipeSchema.parse(row.recipe),
    counts,
    asking: askingIn(counts),
    state: runStateSchema.parse(row.state),
    bytes: Number(row.bytes),
    createdAt: row.createdAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
  }
}

function askingIn({ byForm }: RunCounts): number {
  const asked = Object.entries(byForm).filter(([form]) => askingOf(taskFormSchema.parse(form)) === 'labels')
  return asked.reduce((sum, [, count]) => sum + count, 0)
}
