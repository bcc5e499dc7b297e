import type { PoolClient } from 'pg'
import { type CallTurn, fitsPurse, type Price, type Purse } from '@/lib/calls/model'
import type { ConnectionRole } from '@/lib/connections/model'
import { inTransaction, pool } from '@/lib/platform/db'

/** A call before it is sent. */
export type NewCall = {
  id: string
  connectionId: string
  connectionName: string
  jobRunId: string | null
  workerId: string | null
  batchId: string | null
  prompt: string
  version: number
  wordsHash: string
  inputHash: string
  requestHash: string
  shapeHash: string | null
  turn: CallTurn
  role: ConnectionRole
  model: string
  parameters: object
  aboutKind: string
  aboutCorpusId: string | null
  aboutKey: string
  candidate: number
  /** The most it can cost. */
  reserved: number
  price: Price | null
  beforeId: string | null
  replayOfId: string | null
  /** Answers from before this time do not count. */
  freshSince: Date | null
  decisionIds: string[]
  input: unknown
  messages: unknown
}

/** `busy`: another call is to answer it, or has; `later`: what is reserved for others must turn out cheaper first. */
export type Reservation = 'reserved' | 'busy' | 'later' | 'over-total' | 'over-day'

/**
 * Books calls on the budget of a project before they are sent, in their order, each as a row. The budget's row is locked meanwhile:
 * no two workers book the same money, and none asks what another is asking.
 */
export async function reserveCalls(projectId: string, calls: NewCall[]): Promise<Reservation[]> {
  const client = await pool().connect()
  try {
    let results: Reservation[] = []
    await inTransaction(client, async () => {
      results = await book(client, projectId, calls)
    })
    return results
  } finally {
    client.release()
  }
}

/** Books more for a call that is sent again after an attempt that may have been paid. */
export async function reserveMore(
  projectId: string,
  asked: { callId: string; sum: number },
): Promise<boolean> {
  const client = await pool().connect()
  try {
    let fits = false
    await inTransaction(client, async () => {
      const day = today()
      const { purse } = await lockPurse(client, projectId, { day, hashes: [] })
      fits = fitsPurse(purse, asked.sum) === 'now'
      if (!fits || asked.sum === 0) return
      const { rowCount } = await client.query(
        `UPDATE model_call SET reserved = reserved + $2 WHERE id = $1 AND state = 'reserved' AND day = $3`,
        [asked.callId, asked.sum, day],
      )
      fits = rowCount === 1
      if (fits) await hold(client, projectId, { day, sum: asked.sum })
    })
    return fits
  } finally {
    client.release()
  }
}

async function book(client: PoolClient, projectId: string, calls: NewCall[]): Promise<Reservation[]> {
  const day = today()
  const hashes = calls.map(({ requestHash }) => requestHash)
  const { purse, holders } = await lockPurse(client, projectId, { day, hashes })
  const taken = new Set<string>()
  const unseated = new Map<string, string>()
  const results = calls.map((call): Reservation => {
    const holder = holders.get(call.requestHash)
    const isStale =
      holder?.state === 'settled' && call.freshSince !== null && new Date(holder.startedAt) < call.freshSince
    if ((holder && !isStale) || taken.has(call.requestHash)) return 'busy'
    const fit = fitsPurse(purse, call.reserved)
    if (fit !== 'now') return fit
    taken.add(call.requestHash)
    if (holder) unseated.set(call.id, holder.id)
    purse.reserved += call.reserved
    purse.dayReserved += call.reserved
    return 'reserved'
  })
  const kept = calls.filter((_, at) => results[at] === 'reserved')
  if (kept.length === 0) return results
  if (unseated.size > 0)
    await client.query('UPDATE model_call SET holds = false WHERE id = ANY ($1::uuid[])', [
      [...unseated.values()],
    ])
  const startedAt = new Date().toISOString()
  const rows = kept.map((call) => ({ ...call, day, startedAt, insteadOfId: unseated.get(call.id) ?? null }))
  const sum = kept.reduce((total, { reserved }) => total + reserved, 0)
  const values = [projectId, JSON.stringify(rows), day, sum]
  await client.query({ name: 'insert-calls', text: INSERT, values })
  return results
}

type Holder = { id: string; hash: string; state: string; startedAt: string }

async function lockPurse(
  client: PoolClient,
  projectId: string,
  { day, hashes }: { day: string; hashes: string[] },
): Promise<{ purse: Purse; holders: Map<string, Holder> }> {
  let budget = await client.query({ name: 'lock-budget', text: LOCK, values: [projectId] })
  if (budget.rows.length === 0) {
    await client.query('INSERT INTO budget (project_id) VALUES ($1) ON CONFLICT DO NOTHING', [projectId])
    budget = await client.query({ name: 'lock-budget', text: LOCK, values: [projectId] })
  }
  // In a statement of its own: only now is everything seen that others did before they gave the lock away.
  const { rows } = await client.query({
    name: 'read-held',
    text: HELD,
    values: [projectId, day, hashes.map((hash) => Buffer.from(hash, 'hex'))],
  })
  const [b, d] = [budget.rows[0], rows[0]]
  const limit = (value: string | null) => (value === null ? null : Number(value))
  const purse = {
    ...{ totalLimit: limit(b.total_limit), dayLimit: limit(b.day_limit) },
    ...{ spent: Number(b.spent), reserved: Number(b.reserved) },
    ...{ daySpent: Number(d.spent ?? 0), dayReserved: Number(d.reserved ?? 0) },
  }
  return { purse, holders: new Map((d.holders as Holder[]).map((holder) => [holder.hash, holder])) }
}

async function hold(
  client: PoolClient,
  projectId: string,
  { day, sum }: { day: string; sum: number },
): Promise<void> {
  await client.query({ name: 'hold-money', text: HOLD, values: [projectId, day, sum] })
}

export function today(): string {
  return new Date().toISOString().slice(0, 10)
}

const LOCK = 'SELECT total_limit, day_limit, spent, reserved FROM budget WHERE project_id = $1 FOR UPDATE'

/** Books a sum on the budget and on its day. */
function holding(day: number, sum: number): string {
  return `
    days AS (
      INSERT INTO budget_day (project_id, day, reserved) SELECT $1, $${day}::date, $${sum}::bigint WHERE $${sum}::bigint > 0
      ON CONFLICT (project_id, day) DO UPDATE SET reserved = budget_day.reserved + excluded.reserved),
    whole AS (UPDATE budget SET reserved = reserved + $${sum}::bigint WHERE project_id = $1 AND $${sum}::bigint > 0)`
}

const HELD = `
  SELECT d.spent, d.reserved, h.holders
  FROM (SELECT coalesce(json_agg(json_build_object('id', c.id, 'hash', encode(c.request_hash, 'hex'), 'state', c.state,
          'startedAt', to_char(c.started_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))), '[]') AS holders
        FROM model_call c WHERE c.request_hash = ANY ($3::bytea[]) AND c.project_id = $1 AND c.holds) h
  LEFT JOIN budget_day d ON d.project_id = $1 AND d.day = $2`

const HOLD = `
  WITH ${holding(2, 3)} SELECT`

const INSERT = `
  WITH given AS MATERIALIZED (SELECT * FROM json_to_recordset($2::json) AS x(
    "id" uuid, "connectionId" uuid, "connectionName" text, "jobRunId" uuid, "workerId" uuid, "batchId" uuid, "prompt" text,
    "version" int, "wordsHash" text, "inputHash" text, "requestHash" text, "shapeHash" text, "turn" text, "role" text, "model" text,
    "parameters" jsonb, "aboutKind" text, "aboutCorpusId" uuid, "aboutKey" text, "candidate" int, "reserved" bigint,
    "price" jsonb, "beforeId" uuid, "replayOfId" uuid, "insteadOfId" uuid, "day" date, "startedAt" timestamp,
    "decisionIds" json, "input" json, "messages" json)),
  texts AS (INSERT INTO model_call_text (call_id, input, messages) SELECT "id", "input", "messages" FROM given),
  decisions AS (
    INSERT INTO model_call_decision (call_id, decision_id)
    SELECT DISTINCT g."id", d.id FROM given g, json_array_elements_text(g."decisionIds") AS used(id)
    JOIN decision d ON d.id = used.id::uuid),
  ${holding(3, 4)},
  calls AS (INSERT INTO model_call (id, project_id, connection_id, connection_name, job_run_id, worker_id, batch_id, prompt, version,
    words_hash, input_hash, request_hash, shape_hash, turn, role, model, parameters, about_kind, about_corpus_id, about_key, candidate,
    reserved, price, before_id, replay_of_id, instead_of_id, day, started_at)
  SELECT "id", $1, "connectionId", "connectionName", "jobRunId", "workerId", "batchId", "prompt", "version",
    "wordsHash", "inputHash", decode("requestHash", 'hex'), "shapeHash", "turn", "role", "model", "parameters", "aboutKind",
    "aboutCorpusId", "aboutKey", "candidate", "reserved", "price", "beforeId", "replayOfId", "insteadOfId", "day", "startedAt"
  FROM given)
  SELECT`
