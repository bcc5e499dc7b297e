import { cutGrams, foldText } from '@/lib/library/entries/cut-grams'
import type { LibraryFilter } from '@/lib/library/schema'
import { joinSql, sql } from '@/lib/platform/db'

type Fragment = ReturnType<typeof sql>

/** The version that a list shows: what is approved, or the newest where other states are asked for. */
export function shownVersion({ state }: LibraryFilter): Fragment {
  return state === 'approved' ? sql`e.approved_id` : sql`e.newest_id`
}

/** The entries `e` of a project that a filter lets through, as `FROM … WHERE …`. */
export function entriesWhere(
  projectId: string,
  filter: LibraryFilter,
  more: readonly Fragment[] = [],
): Fragment {
  const { state, corpus, kind, label, decidedBy, used, stale } = filter
  const terms = foldText(filter.q ?? '')
    .split(/\s+/)
    .filter((term) => term !== '')
  const conditions = [
    sql`e.project_id = ${projectId}::uuid`,
    ...(state === 'approved' ? [sql`e.approved_id IS NOT NULL AND NOT e.retired`] : []),
    ...(state === 'waiting' ? [sql`e.state IN ('waiting', 'disputed')`] : []),
    ...(state === 'rejected' ? [sql`e.state = 'rejected'`] : []),
    ...(state === 'retired' ? [sql`e.retired`] : []),
    ...(corpus ? [sql`e.corpus_id = ${corpus}::uuid`] : []),
    ...(kind ? [sql`e.kind = ${kind}`] : []),
    ...(label ? [sql`e.labels @> ARRAY[${label}]`] : []),
    ...(decidedBy ? [sql`e.decided_by_id = ${decidedBy}`] : []),
    ...(used === undefined ? [] : [used === 'yes' ? released : sql`NOT ${released}`]),
    ...(stale === undefined ? [] : [stale === 'yes' ? isStale : sql`NOT ${isStale}`]),
    ...terms.map((term) => sql`x.text LIKE ${`%${term.replace(/[\\%_]/g, '\\$&')}%`}`),
    ...more,
  ]
  const grams = terms.flatMap(cutGrams)
  const text = sql`JOIN library_text x ON x.version_id = ${shownVersion(filter)}
    ${grams.length > 0 ? sql`AND x.grams @> ${grams}::int[]` : sql``}`
  return sql`
    FROM library_entry e ${terms.length > 0 ? text : sql``} WHERE ${joinSql(conditions, ' AND ')}`
}

const released = sql`EXISTS (
  SELECT 1 FROM version v JOIN release_item i ON i.version_id = v.id WHERE v.artifact_id = e.artifact_id)`

/** Does a release hold a version of it that the library does not say any more? */
export const isStale = sql`EXISTS (
  SELECT 1 FROM version v JOIN release_item i ON i.version_id = v.id
  WHERE v.artifact_id = e.artifact_id AND (e.retired OR v.id IS DISTINCT FROM e.approved_id))`
