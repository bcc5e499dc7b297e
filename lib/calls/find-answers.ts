import type { CallOutcome, CallState } from '@/lib/calls/model'
import { pool } from '@/lib/platform/db'

/** A call that answers a request, or is about to. */
export type KeptCall = {
  id: string
  projectId: string
  requestHash: string
  batchId: string | null
  state: CallState
  outcome: CallOutcome | null
  message: string
  attempts: number
  latencyMs: number | null
  promptTokens: number | null
  completionTokens: number | null
  finishReason: string | null
  servedModel: string | null
  startedAt: Date
  raw: string
}

/** For each request the call that answers it: of this project, else of one that shares its answers. */
export async function findAnswers(projectId: string, hashes: string[]): Promise<Map<string, KeptCall>> {
  const { rows } = await pool().query<KeptCall>({
    name: 'find-answers',
    text: FIND,
    values: [projectId, hashes.map((hash) => Buffer.from(hash, 'hex'))],
  })
  const found = new Map<string, KeptCall>()
  for (const row of rows)
    if (!found.has(row.requestHash) || row.projectId === projectId) found.set(row.requestHash, row)
  return found
}

const FIND = `
  SELECT c.id, c.project_id AS "projectId", encode(c.request_hash, 'hex') AS "requestHash", c.batch_id AS "batchId", c.state, c.outcome, c.message,
         c.attempts, c.latency_ms AS "latencyMs", c.prompt_tokens AS "promptTokens", c.completion_tokens AS "completionTokens",
         c.finish_reason AS "finishReason", c.served_model AS "servedModel", c.started_at AS "startedAt", t.raw
  FROM model_call c JOIN model_call_text t ON t.call_id = c.id
  WHERE c.request_hash = ANY ($2::bytea[]) AND c.holds
    AND (c.project_id = $1 OR (c.state = 'settled'
      AND EXISTS (SELECT FROM budget b WHERE b.project_id = c.project_id AND b.share_answers)))`
