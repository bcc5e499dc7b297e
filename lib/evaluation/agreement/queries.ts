import { cohenOf } from '@/lib/evaluation/agreement/cohen'
import {
  type AgreementFilter,
  type AgreementScope,
  enterAgreement,
  unitsOf,
} from '@/lib/evaluation/agreement/enter-agreement'
import { fleissOf } from '@/lib/evaluation/agreement/fleiss'
import { coincidencesOf, krippendorffOf } from '@/lib/evaluation/agreement/krippendorff'
import {
  type Level,
  levels,
  type Measure,
  type Pattern,
  ratersOf,
  ratings,
} from '@/lib/evaluation/agreement/model'
import { percentOf } from '@/lib/evaluation/agreement/percent'
import type { Agreement, PairAgreement } from '@/lib/evaluation/agreement/schema'
import { db, sql } from '@/lib/platform/db'
import type { ProjectActor } from '@/lib/projects/model'

const SHOWN_PAIRS = 200
const values = [...ratings.keys()]

/**
 * How far reviewers agree, from counts alone: how many units were decided alike, and for each pair of people how often they said
 * what. No decision is read.
 */
export async function readAgreement(actor: ProjectActor, asked: AgreementFilter): Promise<Agreement> {
  const scope = enterAgreement(actor, asked)
  const [whole, counts] = await Promise.all([scope.a ? [] : countPatterns(scope), countPairs(scope)])
  const patterns = scope.a ? counts.map(patternOf) : whole
  const coincidences = coincidencesOf(patterns, ratings.length)
  const alpha = Object.fromEntries(
    levels.map((level) => [level, krippendorffOf(coincidences, { level, values })]),
  ) as Record<Level, Measure>
  const pairs = pairsOf(counts, scope)
  return {
    units: patterns.reduce((sum, { units }) => sum + units, 0),
    ratings: patterns.reduce((sum, pattern) => sum + pattern.units * ratersOf(pattern), 0),
    ...{ coincidences, percent: percentOf(patterns), fleiss: fleissOf(patterns), alpha },
    pairs: await named(pairs.slice(0, SHOWN_PAIRS)),
    pairCount: pairs.length,
  }
}

async function countPatterns(scope: AgreementScope): Promise<Pattern[]> {
  const rows = await db.$queryRaw<{ approved: number; edited: number; rejected: number; units: number }[]>`
    SELECT u.approved, u.edited, u.rejected, count(*)::int AS units FROM agreement_unit u WHERE ${unitsOf(scope)} GROUP BY 1, 2, 3`
  return rows.map(({ approved, edited, rejected, units }) => ({ given: [approved, edited, rejected], units }))
}

type PairCount = { a: string; b: string; first: number; second: number; units: number }

/** How often two people said what of the same draft. Of more than are on a page nobody would read: `units` says the weight. */
async function countPairs(scope: AgreementScope): Promise<PairCount[]> {
  const { a, b } = scope
  // Reviewers stand sorted, so a pair stands one way round.
  const wanted = a
    ? b
      ? sql`AND u.reviewers[p.i] = least(${a}, ${b}) AND u.reviewers[p.j] = greatest(${a}, ${b})`
      : sql`AND ${a} IN (u.reviewers[p.i], u.reviewers[p.j])`
    : sql``
  return db.$queryRaw<PairCount[]>`
    WITH units AS MATERIALIZED (SELECT u.reviewers, u.verdicts FROM agreement_unit u WHERE ${unitsOf(scope)}),
    places AS (
      SELECT i, j FROM generate_series(1, (SELECT max(cardinality(reviewers)) FROM units)) j CROSS JOIN LATERAL generate_series(1, j - 1) i)
    SELECT u.reviewers[p.i] AS a, u.reviewers[p.j] AS b, u.verdicts[p.i]::int AS first, u.verdicts[p.j]::int AS second,
      count(*)::int AS units
    FROM units u JOIN places p ON p.j <= cardinality(u.reviewers) ${wanted} GROUP BY 1, 2, 3, 4`
}

function patternOf({ first, second, units }: PairCount): Pattern {
  return { given: values.map((value) => Number(value === first) + Number(value === second)), units }
}

type Table = number[][]
type Pair = { a: string; b: string | null; table: Table; units: number }

/** The pairs that the reader may see, those with the most drafts between them first. Whose figures are asked for stands first. */
function pairsOf(counts: PairCount[], { a: asked, only }: AgreementScope): Pair[] {
  const first = only ?? asked
  const pairs = new Map<string, Pair>()
  for (const count of counts) {
    if (only && count.a !== only && count.b !== only) continue
    const turned = count.b === first
    const [a, b] = turned ? [count.b, count.a] : [count.a, count.b]
    const [row, column] = turned ? [count.second, count.first] : [count.first, count.second]
    const other = only ? null : b
    const key = `${a} ${other}`
    const pair = pairs.get(key) ?? { a, b: other, table: values.map(() => values.map(() => 0)), units: 0 }
    pair.table[row]![column]! += count.units
    pair.units += count.units
    pairs.set(key, pair)
  }
  return [...pairs.values()].toSorted(
    (x, y) => y.units - x.units || (`${x.a} ${x.b}` < `${y.a} ${y.b}` ? -1 : 1),
  )
}

async function named(pairs: Pair[]): Promise<PairAgreement[]> {
  const nameOf = await namesOf(pairs.flatMap(({ a, b }) => (b ? [a, b] : [a])))
  return pairs.map(({ a, b, table, units }) => ({
    ...{ a: nameOf(a), b: b === null ? null : nameOf(b), units, table },
    percent: percentOf(patternsOf(table)),
    kappa: cohenOf(table),
  }))
}

function patternsOf(table: Table): Pattern[] {
  return table.flatMap((row, first) =>
    row.map((units, second) => patternOf({ ...{ a: '', b: '' }, first, second, units })),
  )
}

/** People by id, in one query. */
export async function namesOf(ids: readonly string[]): Promise<(id: string) => { id: string; name: string }> {
  const people = await db.user.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, name: true },
  })
  const names = new Map(people.map(({ id, name }) => [id, name]))
  return (id) => ({ id, name: names.get(id) ?? id })
}
