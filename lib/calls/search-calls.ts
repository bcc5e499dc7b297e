import type { CallFilters } from '@/lib/calls/schema'
import { db, sql } from '@/lib/platform/db'

/** The ids of calls that have the words in what they are about, in what was asked or in what was said, newest first. */
export async function searchCalls(
  projectId: string,
  query: CallFilters & { q: string; before: string | undefined; limit: number },
): Promise<string[]> {
  const like = `%${query.q.replace(/[\\%_]/g, '\\$&')}%`
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT c.id FROM model_call c JOIN model_call_text t ON t.call_id = c.id
    WHERE c.project_id = ${projectId}::uuid
      AND (c.about_key ILIKE ${like} OR c.prompt ILIKE ${like} OR t.raw ILIKE ${like} OR t.messages::text ILIKE ${like})
      ${query.before ? sql`AND c.id < ${query.before}::uuid` : sql``}
    ORDER BY c.id DESC LIMIT ${query.limit + 1}`
  return rows.map(({ id }) => id)
}
