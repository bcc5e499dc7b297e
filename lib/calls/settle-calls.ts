import { addSpend } from '@/lib/calls/budgets/add-spend'
import type { CallOutcome, CallState } from '@/lib/calls/model'
import { pool } from '@/lib/platform/db'

/** What came of a call that was reserved. */
export type Settlement = {
  id: string
  outcome: CallOutcome
  failure: string | null
  message: string
  attempts: number
  latencyMs: number
  promptTokens: number | null
  completionTokens: number | null
  finishReason: string | null
  servedModel: string | null
  cost: number
  presumed: number
  raw: string
  value: unknown
}

/**
 * Keeps what came of calls, and books what they cost instead of what was reserved for them. One that was given up for lost
 * meanwhile is settled all the same. What failed answers nobody: whoever it was sent again for has the old answer back.
 */
export async function settleCalls(projectId: string, settlements: Settlement[]): Promise<undefined[]> {
  const rows = settlements.map(({ message, raw, ...rest }) => ({
    ...{ ...rest, message: storable(message), raw: storable(raw) },
    value: rest.value === undefined ? null : rest.value,
  }))
  const settle = async (state: CallState, given: typeof rows) => {
    const text = JSON.stringify(given)
    const values = [projectId, text, new Date().toISOString(), state]
    const done = await pool().query<{ id: string }>({ name: 'settle-calls', text: SETTLE, values })
    return new Set(done.rows.map(({ id }) => id))
  }
  const settled = await settle('reserved', rows)
  const late = rows.filter(({ id }) => !settled.has(id))
  if (late.length > 0) await settle('lost', late)
  return settlements.map(() => undefined)
}

/** The database holds no NUL and no half of a pair. */
export function storable(text: string): string {
  return /[\0\ud800-\udfff]/.test(text) ? text.replace(/\0|\p{Cs}/gu, '\ufffd') : text
}

// The budget's row is locked before any other, as by those who reserve.
const SETTLE = `
  WITH given AS MATERIALIZED (SELECT * FROM json_to_recordset($2::json) AS x(
    "id" uuid, "outcome" text, "failure" text, "message" text, "attempts" int, "latencyMs" int, "promptTokens" int,
    "completionTokens" int, "finishReason" text, "servedModel" text, "cost" bigint, "presumed" bigint, "raw" text, "value" json)),
  purse AS MATERIALIZED (SELECT project_id FROM budget WHERE project_id = $1 FOR UPDATE),
  done AS (
    UPDATE model_call c SET state = 'settled', outcome = g."outcome", failure = g."failure", message = g."message",
      attempts = g."attempts", latency_ms = g."latencyMs", prompt_tokens = g."promptTokens",
      completion_tokens = g."completionTokens", finish_reason = g."finishReason", served_model = g."servedModel",
      cost = g."cost", presumed = g."presumed", holds = c.holds AND g."outcome" <> 'failed', finished_at = $3::timestamp
    FROM purse JOIN given g ON true
    WHERE c.id = g."id" AND c.project_id = purse.project_id AND c.state = $4
    RETURNING c.id, c.day, CASE WHEN $4 = 'reserved' THEN c.reserved ELSE 0 END AS freed,
      CASE WHEN $4 = 'reserved' THEN c.cost ELSE c.cost - c.reserved END AS spent, c.outcome, c.instead_of_id,
      c.prompt, c.version, c.connection_name, c.model, CASE WHEN $4 = 'reserved' THEN 1 ELSE 0 END AS calls,
      coalesce(c.prompt_tokens, 0) AS prompt_tokens, coalesce(c.completion_tokens, 0) AS completion_tokens,
      CASE WHEN $4 = 'reserved' THEN c.presumed ELSE c.presumed - c.reserved END AS presumed),
  texts AS (UPDATE model_call_text t SET raw = g."raw", value = g."value" FROM given g JOIN done d ON d.id = g."id" WHERE t.call_id = d.id),
  sums AS (${addSpend('$1', 'done')}),
  unread AS (INSERT INTO call_unread (call_id) SELECT id FROM done ON CONFLICT DO NOTHING),
  restored AS (
    UPDATE model_call c SET holds = true FROM done d
    WHERE c.id = d.instead_of_id AND d.outcome = 'failed' AND $4 = 'reserved'),
  days AS (
    UPDATE budget_day d SET reserved = d.reserved - s.freed, spent = d.spent + s.spent
    FROM (SELECT day, sum(freed) AS freed, sum(spent) AS spent FROM done GROUP BY day) s
    WHERE d.project_id = $1 AND d.day = s.day AND (s.freed <> 0 OR s.spent <> 0)),
  whole AS (
    UPDATE budget b SET reserved = b.reserved - s.freed, spent = b.spent + s.spent
    FROM (SELECT sum(freed) AS freed, sum(spent) AS spent FROM done) s
    WHERE b.project_id = $1 AND (s.freed <> 0 OR s.spent <> 0))
  SELECT id FROM done`
