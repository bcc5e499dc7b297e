import { isBlindCall } from '@/lib/calls/find-blind-jobs'
import { callOutcomeSchema, callStateSchema, callTurnSchema } from '@/lib/calls/model'
import type { CallDetail, CallFilters, CallView } from '@/lib/calls/schema'
import { messageSchema } from '@/lib/calls/schema'
import { searchCalls } from '@/lib/calls/search-calls'
import { connectionRoleSchema } from '@/lib/connections/model'
import { CURSOR_ID, cutPage, parseCursor } from '@/lib/platform/cursor'
import { db, type Tx } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import { requireRole } from '@/lib/projects/enter-project'
import type { ProjectActor } from '@/lib/projects/model'

type Row = NonNullable<Awaited<ReturnType<typeof db.modelCall.findFirst>>>

/** Newest first. Ids follow the time of their calls. */
export async function listCalls(
  actor: ProjectActor,
  query: CallFilters & { cursor?: string | undefined; limit: number },
): Promise<{ items: CallView[]; nextCursor: string | null }> {
  requireRole(actor, 'lead')
  const before = query.cursor === undefined ? undefined : parseCursor(CURSOR, query.cursor)[0]
  const where = { projectId: actor.project.id, ...conditionsOf(query) }
  const found = query.q ? await searchCalls(actor.project.id, { ...query, q: query.q, before }) : undefined
  const rows = await db.modelCall.findMany({
    where: found ? { id: { in: found } } : { ...where, ...(before && { id: { lt: before } }) },
    orderBy: { id: 'desc' },
    take: query.limit + 1,
  })
  const page = cutPage(rows, query.limit, ({ id }) => id)
  return { ...page, items: page.items.map(callView) }
}

const CURSOR = new RegExp(`^${CURSOR_ID}$`)

function conditionsOf({ prompt, model, outcome, job, about }: CallFilters) {
  return {
    ...(prompt !== undefined && { prompt }),
    ...(model !== undefined && { model }),
    ...(outcome === 'reserved' || outcome === 'lost' ? { state: outcome } : outcome && { outcome }),
    ...(job !== undefined && { jobRunId: job }),
    ...(about !== undefined && { aboutKey: about }),
  }
}

export async function findCall(actor: ProjectActor, id: string, within: Tx = db): Promise<Row> {
  const row = await within.modelCall.findFirst({ where: { id, projectId: actor.project.id } })
  if (row) return row
  throw new AppError('not_found', 'This project has no such call.', { reason: 'call-unknown' })
}

export async function readCall(actor: ProjectActor, input: { call: string }): Promise<CallDetail> {
  requireRole(actor, 'lead')
  const row = await findCall(actor, input.call)
  const [text, decisions, versions, turns, replays] = await Promise.all([
    db.modelCallText.findUnique({ where: { callId: row.id } }),
    db.modelCallDecision.findMany({ where: { callId: row.id }, include: { decision: true } }),
    db.versionCall.findMany({
      where: { callId: row.id },
      include: { version: { include: { artifact: true } } },
      take: 50,
    }),
    findTurns(row),
    findReplays(row),
  ])
  const blind = await isBlindCall(row)
  const { wordsHash, inputHash, finishReason, beforeId, replayOfId, insteadOfId, copiedFromId } = row
  return {
    ...callView(row),
    ...{ wordsHash, inputHash, requestHash: Buffer.from(row.requestHash).toString('hex'), finishReason },
    ...{ beforeId, replayOfId, insteadOfId, copiedFromId },
    parameters: row.parameters as Record<string, unknown>,
    input: text?.input ?? null,
    messages: messageSchema
      .array()
      .parse(text?.messages ?? [])
      .filter(({ role }) => !blind || role !== 'assistant'),
    ...{ raw: blind ? '' : (text?.raw ?? ''), value: blind ? null : (text?.value ?? null) },
    ...{ blind, turns: turns.map(callView) },
    replays: (blind ? [] : replays).map(({ text: said, ...replay }) => ({
      ...callView(replay),
      raw: said?.raw ?? '',
    })),
    decisions: decisions.map(({ decision: { id, versionId, verdict } }) => ({ id, versionId, verdict })),
    versions: (blind ? [] : versions).map(({ version: { id, number, artifact } }) => ({
      ...{ id, number, artifactId: artifact.id, kind: artifact.kind, key: artifact.key },
    })),
  }
}

const MOST_TURNS = 8

/** The turns of one conversation, from its first. */
async function findTurns(row: Row): Promise<Row[]> {
  const turns = [row]
  while (turns[0]!.beforeId && turns.length < MOST_TURNS) {
    const before = await db.modelCall.findFirst({
      where: { id: turns[0]!.beforeId, projectId: row.projectId },
    })
    if (!before) break
    turns.unshift(before)
  }
  while (turns.length < MOST_TURNS) {
    const after = await db.modelCall.findFirst({
      where: { beforeId: turns.at(-1)!.id, projectId: row.projectId, replayOfId: null },
      orderBy: { id: 'desc' },
    })
    if (!after) break
    turns.push(after)
  }
  return turns.filter(({ id }) => id !== row.id)
}

/** What others said to the same question, the first question among them. */
function findReplays({ id, replayOfId, projectId }: Row) {
  const first = replayOfId ?? id
  return db.modelCall.findMany({
    where: { projectId, id: { not: id }, OR: [{ id: first }, { replayOfId: first }] },
    orderBy: { id: 'asc' },
    include: { text: { select: { raw: true } } },
    take: 50,
  })
}

export function callView(row: Row): CallView {
  const { id, connectionId, connectionName, batchId, prompt, version, model, servedModel, candidate } = row
  const { failure, message, attempts, latencyMs, promptTokens, completionTokens } = row
  return {
    ...{ id, connectionId, connectionName, batchId, prompt, version, model, servedModel, candidate },
    ...{ failure, message, attempts, latencyMs, jobId: row.jobRunId, priced: row.price !== null },
    turn: callTurnSchema.parse(row.turn),
    role: connectionRoleSchema.parse(row.role),
    about: { kind: row.aboutKind, corpusId: row.aboutCorpusId, key: row.aboutKey },
    state: callStateSchema.parse(row.state),
    outcome: callOutcomeSchema.nullable().parse(row.outcome),
    tokens: promptTokens === null ? null : { prompt: promptTokens, completion: completionTokens ?? 0 },
    ...{ reserved: Number(row.reserved), cost: Number(row.cost), presumed: Number(row.presumed) },
    startedAt: row.startedAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
  }
}
