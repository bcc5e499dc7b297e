import { pool } from '@/lib/platform/db'
import { timeId } from '@/lib/platform/time-id'

/**
 * An answer that was paid elsewhere, as a call of this project that cost nothing: so that what is drafted from it names a call that
 * its people can open. Gives its id; nothing, if the project has an answer of its own by now.
 */
export async function copyAnswer(
  callId: string,
  into: { projectId: string; jobRunId: string | null; replayOfId: string | null; holds: boolean },
): Promise<string | undefined> {
  const { projectId, jobRunId, replayOfId, holds } = into
  const values = [callId, timeId(), projectId, jobRunId, replayOfId, holds, new Date().toISOString()]
  const { rows } = await pool().query<{ id: string }>(COPY, values)
  return rows[0]?.id
}

const COPY = `
  WITH copied AS (
    INSERT INTO model_call (id, project_id, connection_id, connection_name, job_run_id, prompt, version, words_hash, input_hash,
      request_hash, shape_hash, holds, turn, role, model, served_model, parameters, about_kind, about_corpus_id, about_key,
      candidate, state, outcome, message, attempts, latency_ms, prompt_tokens, completion_tokens, finish_reason, price,
      replay_of_id, copied_from_id, day, started_at, finished_at)
    SELECT $2, $3, CASE WHEN project_id = $3 THEN connection_id END, connection_name, $4, prompt, version, words_hash,
      input_hash, request_hash, shape_hash, $6, turn, role, model, served_model, parameters, about_kind,
      CASE WHEN project_id = $3 THEN about_corpus_id END, about_key, candidate, state, outcome, message, 0, 0, prompt_tokens,
      completion_tokens, finish_reason, price, $5, id, $7::date, $7::timestamp, $7::timestamp
    FROM model_call WHERE id = $1 AND state = 'settled'
    ON CONFLICT DO NOTHING RETURNING id),
  texts AS (
    INSERT INTO model_call_text (call_id, input, messages, raw, value)
    SELECT copied.id, t.input, t.messages, t.raw, t.value FROM copied, model_call_text t WHERE t.call_id = $1),
  unread AS (INSERT INTO call_unread (call_id) SELECT id FROM copied)
  SELECT id FROM copied`
