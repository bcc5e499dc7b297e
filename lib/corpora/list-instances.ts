import type { z } from 'zod'
import type { FoundInstance, listInstancesQuery } from '@/lib/corpora/instances/schema'
import { findSearchable, type SearchableCorpus } from '@/lib/corpora/queries'
import { showInstance } from '@/lib/corpora/show-instance'
import { findHits } from '@/lib/corpora/survey/find-hits'
import { termOf } from '@/lib/corpora/survey/model'
import { holdsAll, parseSearch, type Search } from '@/lib/corpora/survey/parse-search'
import { type Matches, readMatches } from '@/lib/corpora/survey/read-matches'
import { searchedText } from '@/lib/corpora/survey/searched-text'
import { parseCursor } from '@/lib/platform/cursor'
import { db, sql } from '@/lib/platform/db'
import type { ProjectActor } from '@/lib/projects/model'
import { taskFormSchema } from '@/lib/tasks/model'

type Input = z.output<typeof listInstancesQuery> & { corpus: string }
type Page = { items: FoundInstance[]; nextCursor: string | null; indexing: boolean }
type Row = { id: string; ordinal: number; line: number; text: string; gold: unknown }
/** What is asked of the instances: `terms` of the index, and what only the text can say. */
type Filter = { terms: string[]; search: Search | null }
type Place = { corpus: SearchableCorpus; after: number; limit: number }

/** In file order, those to which everything asked for applies. Without an index, nothing but one label can be asked for. */
export async function listInstances(actor: ProjectActor, input: Input): Promise<Page> {
  const corpus = await findSearchable(actor, input.corpus)
  const [after] = parseCursor(/^\d{1,9}$/, input.cursor ?? '0')
  const place = { corpus, after: Number(after), limit: input.limit }
  if (input.ordinal !== undefined) return readPage(place, sql`AND ordinal = ${input.ordinal}::int`)
  const filter = filterOf(input)
  if (filter.terms.length === 0 && !filter.search) return readPage(place, sql``)
  if (corpus.surveyId !== null) return searchPage(place, { filter, surveyId: corpus.surveyId })
  const isLabel = filter.terms.length === 1 && input.label !== undefined
  if (isLabel) return readPage(place, sql`AND labels @> ARRAY[${input.label}]::text[]`)
  return { items: [], nextCursor: null, indexing: true }
}

function filterOf(input: Input): Filter {
  const { label, otherLabel, problem, length, items, language } = input
  const search = input.q === undefined ? null : parseSearch(input.q)
  const terms = [
    ...(label === undefined ? [] : [termOf.label(label)]),
    ...(otherLabel === undefined ? [] : [termOf.label(otherLabel)]),
    ...(problem === undefined ? [] : [termOf.problem(problem)]),
    ...(length === undefined ? [] : [termOf.length(length)]),
    ...(items === undefined ? [] : [termOf.items(items)]),
    ...(language === undefined ? [] : [termOf.language(language)]),
    ...(search?.terms.map(termOf.word) ?? []),
  ]
  return { terms: [...new Set(terms)], search }
}

/** A page of long texts ends early, but holds at least one: a text may have 10 MB, and 200 of them would fill the memory. */
const PAGE_BYTES = 4_000_000
const bytes = sql`(octet_length(text) + octet_length(gold::text))`

type Chosen = ReturnType<typeof sql>

async function readRows({ corpus, after }: Place, { chosen, most }: { chosen: Chosen; most: number }) {
  return db.$queryRaw<(Row & { asked: number })[]>(sql`
    SELECT id, ordinal, line, text, gold, asked FROM (
      SELECT *, sum(${bytes}) OVER (ORDER BY ordinal) - ${bytes} AS before, count(*) OVER ()::int AS asked
      FROM (SELECT * FROM instance WHERE corpus_id = ${corpus.id}::uuid AND ordinal > ${after} ${chosen}
        ORDER BY corpus_id, ordinal LIMIT ${most + 1}) AS page) AS measured
    WHERE before < ${PAGE_BYTES} ORDER BY ordinal LIMIT ${most}`)
}

async function readPage(place: Place, chosen: Chosen): Promise<Page> {
  const rows = await readRows(place, { chosen, most: place.limit })
  const isLast = rows.length === (rows[0]?.asked ?? 0)
  const items = rows.map((row) => found(place.corpus, row, null))
  return { items, nextCursor: isLast ? null : String(rows.at(-1)!.ordinal), indexing: false }
}

/** Where the text must be asked too, so many candidates are looked at for one page, which may then be short. */
const CANDIDATES = 400

async function searchPage(
  place: Place,
  { filter, surveyId }: { filter: Filter; surveyId: number },
): Promise<Page> {
  const { corpus, after, limit } = place
  const { terms, search } = filter
  const isAsked = search !== null && search.inText.length > 0
  const most = isAsked ? CANDIDATES : limit
  const { ordinals, through } = await candidatesOf(place, { surveyId, terms, wanted: most + 1 })
  const looked = ordinals.slice(0, most)
  const chosen = sql`AND ordinal = ANY(${looked}::int[])`
  const rows = looked.length > 0 ? await readRows({ corpus, after, limit }, { chosen, most }) : []
  const hits = search ? rows.filter((row) => holdsAll(searchedText(row), search)) : rows
  const items = hits.slice(0, limit)
  const reached = rows.length === (rows[0]?.asked ?? 0) ? looked.at(-1) : rows.at(-1)?.ordinal
  const last = hits.length > limit ? items.at(-1)!.ordinal : reached
  const next = last === ordinals.at(-1) ? through : last
  return {
    items: items.map((row) => found(corpus, row, search)),
    nextCursor: next == null ? null : String(next),
    indexing: false,
  }
}

/** What is no word (signs alone) has no term: every instance is a candidate then. */
async function candidatesOf(
  { corpus, after }: Place,
  { surveyId, terms, wanted }: { surveyId: number; terms: string[]; wanted: number },
): Promise<Matches> {
  if (terms.length > 0) return readMatches({ surveyId, terms, after, wanted })
  const left = Math.max(0, corpus.lastOrdinal - after)
  const ordinals = Array.from({ length: Math.min(wanted, left) }, (_, i) => after + i + 1)
  return { ordinals, through: left > wanted ? ordinals.at(-1)! : null }
}

function found({ taskForm }: SearchableCorpus, row: Row, search: Search | null): FoundInstance {
  const shown = showInstance(taskFormSchema.parse(taskForm), row)
  const hitsIn = (text: string | null) => (search && text !== null ? findHits(text, search.needles) : [])
  const { text, question, turns } = shown
  const turnHits = turns.map((turn) => hitsIn(turn.text))
  return { id: row.id, ...shown, hits: hitsIn(text), questionHits: hitsIn(question), turnHits }
}
