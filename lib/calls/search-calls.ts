import { findBlindJobs } from '@/lib/calls/find-blind-jobs'
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
    findIndexed(projectId, { words, where, limit: query.limit + 1 }),
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

/** So many of the newest calls tell whether words are rare; fewer than so many of these have them. */
const SAMPLE = 1_000
const RARE = 10

/**
 * Words that many calls have are soonest found from the newest call on, and rare ones by their index. The database cannot tell which:
 * it keeps no figures of words that are not among the commonest.
 */
async function findIndexed(
  projectId: string,
  { words, where, limit }: { words: string[]; where: ReturnType<typeof sql>; limit: number },
): Promise<{ id: string }[]> {
  const of = sql`${projectId}::uuid`
  const [sample] = await db.$queryRaw<{ found: number }[]>`
    SELECT count(*) FILTER (WHERE words @> ${words}::text[])::int AS found
    FROM (SELECT words FROM call_words WHERE project_id = ${of} ORDER BY call_id DESC LIMIT ${SAMPLE}) newest`
  const has = sql`w.project_id = ${of} AND w.words @> ${words}::text[]`
  if (sample!.found >= RARE)
    return db.$queryRaw<{ id: string }[]>`
      SELECT w.call_id AS id FROM call_words w JOIN model_call c ON c.id = w.call_id WHERE ${has} ${where}
      ORDER BY w.call_id DESC LIMIT ${limit}`
  // Each by its key: the database would rather read all keys in their order.
  return db.$queryRaw<{ id: string }[]>`
    WITH w AS MATERIALIZED (SELECT w.call_id FROM call_words w WHERE ${has})
    SELECT w.call_id AS id
    FROM w CROSS JOIN LATERAL (SELECT FROM model_call c WHERE c.id = w.call_id ${where} OFFSET 0) AS fits
    ORDER BY w.call_id DESC LIMIT ${limit}`
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
