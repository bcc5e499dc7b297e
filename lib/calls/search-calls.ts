import { findBlindJobs } from '@/lib/calls/find-blind'
import { listWords } from '@/lib/calls/list-words'
import type { CallFilters } from '@/lib/calls/schema'
import { db, sql } from '@/lib/platform/db'

/** So many of the newest calls are looked through whose words are not written yet. */
const MOST_UNREAD = 500

type Query = CallFilters & { q: string; before: string | undefined; limit: number }

/** The ids of calls that have all the words in what they are about, in what was asked or in what was said, newest first. */
export async function searchCalls(projectId: string, query: Query): Promise<string[]> {
  const words = listWords(query.q)
  if (words.length === 0) return []
  const blind = await findBlindJobs(projectId)
  const where = sql`${conditionsOf(query)}
    ${blind.length === 0 ? sql`` : sql`AND (c.job_run_id IS NULL OR c.job_run_id <> ALL (${blind}::uuid[]))`}`
  const of = sql`${projectId}::uuid`
  const [indexed, unread] = await Promise.all([
    db.$queryRaw<{ id: string }[]>`
      SELECT w.call_id AS id FROM call_words w JOIN model_call c ON c.id = w.call_id
      WHERE w.project_id = ${of} AND w.words @> ${words}::text[] ${where}
      ORDER BY w.call_id DESC LIMIT ${query.limit + 1}`,
    db.$queryRaw<{ id: string; text: string }[]>`
      SELECT c.id, concat_ws(' ', c.about_key, c.prompt, t.raw, t.messages::text) AS text
      FROM call_unread u JOIN model_call c ON c.id = u.call_id JOIN model_call_text t ON t.call_id = c.id
      WHERE c.project_id = ${of} ${where} ORDER BY c.id DESC LIMIT ${MOST_UNREAD}`,
  ])
  const found = unread.filter(({ text }) => {
    const has = new Set(listWords(text.replaceAll('\\n', ' ')))
    return words.every((word) => has.has(word))
  })
  return [...new Set([...indexed, ...found].map(({ id }) => id))]
    .sort()
    .reverse()
    .slice(0, query.limit + 1)
}

function conditionsOf({ before, prompt, model, outcome, job, about }: Query) {
  const isState = outcome === 'reserved' || outcome === 'lost'
  return sql`
    ${before === undefined ? sql`` : sql`AND c.id < ${before}::uuid`}
    ${prompt === undefined ? sql`` : sql`AND c.prompt = ${prompt}`}
    ${model === undefined ? sql`` : sql`AND c.model = ${model}`}
    ${outcome === undefined ? sql`` : isState ? sql`AND c.state = ${outcome}` : sql`AND c.outcome = ${outcome}`}
    ${job === undefined ? sql`` : sql`AND c.job_run_id = ${job}::uuid`}
    ${about === undefined ? sql`` : sql`AND c.about_key = ${about}`}`
}
