import { STRETCH, termOf } from '@/lib/corpora/survey/model'
import { encodeOrdinals } from '@/lib/corpora/survey/postings'
import { sql, type Tx } from '@/lib/platform/db'

/** Lets instances be found by the labels that they have now; other labels than these have not changed. */
export async function fixLabelTerms(tx: Tx, corpusId: string, labels: readonly string[]): Promise<void> {
  const asked = new Set(labels)
  await fixTerms(tx, corpusId, {
    terms: labels.map(termOf.label),
    read: (range) =>
      tx.$queryRaw<Row[]>(sql`
      SELECT ordinal, labels AS names FROM instance
      WHERE corpus_id = ${corpusId}::uuid AND ordinal > ${range.after} AND ordinal <= ${range.through}
        AND labels && ${[...labels]}::text[] ORDER BY ordinal`),
    termsOf: (names) => names.filter((name) => asked.has(name)).map(termOf.label),
  })
}

/** Lets instances be found by the doubts that are left about them. */
export async function fixProblemTerms(tx: Tx, corpusId: string, kinds: readonly string[]): Promise<void> {
  await fixTerms(tx, corpusId, {
    terms: kinds.map(termOf.problem),
    read: (range) =>
      tx.$queryRaw<Row[]>(sql`
      SELECT ordinal, array_agg(DISTINCT kind) AS names FROM instance_problem
      WHERE corpus_id = ${corpusId}::uuid AND ordinal > ${range.after} AND ordinal <= ${range.through}
        AND kind = ANY(${[...kinds]}::text[]) GROUP BY ordinal ORDER BY ordinal`),
    termsOf: (names) => names.map(termOf.problem),
  })
}

type Row = { ordinal: number; names: string[] }
type Source = {
  terms: readonly string[]
  read: (range: { after: number; through: number }) => Promise<Row[]>
  termsOf: (names: readonly string[]) => string[]
}

/** In every survey by which the corpus is searched. */
async function fixTerms(tx: Tx, corpusId: string, { terms, read, termsOf }: Source): Promise<void> {
  const surveys = await tx.corpusSurvey.findMany({ where: { corpusId, phase: { not: 'reading' } } })
  if (surveys.length === 0) return
  const ids = surveys.map(({ id }) => id)
  await tx.$executeRaw(sql`
    DELETE FROM instance_term WHERE survey_id = ANY(${ids}::int[]) AND term = ANY(${[...terms]}::text[])`)
  const { _max } = await tx.instance.aggregate({ where: { corpusId }, _max: { ordinal: true } })
  for (let after = 0; after < (_max.ordinal ?? 0); after += STRETCH) {
    const found = new Map<string, number[]>()
    for (const { ordinal, names } of await read({ after, through: after + STRETCH }))
      for (const term of termsOf(names)) {
        const ordinals = found.get(term)
        if (ordinals) ordinals.push(ordinal)
        else found.set(term, [ordinal])
      }
    await writeStretch(tx, ids, found)
  }
}

async function writeStretch(
  tx: Tx,
  surveyIds: readonly number[],
  found: ReadonlyMap<string, readonly number[]>,
): Promise<void> {
  const rows = [...found].map(([term, ordinals]) => ({
    term,
    first: ordinals[0]!,
    bytes: encodeOrdinals(ordinals).toString('hex'),
  }))
  await tx.$executeRaw(sql`
    INSERT INTO instance_term (survey_id, term, first_ordinal, ordinals)
    SELECT survey.id, term, first, decode(bytes, 'hex')
    FROM unnest(${[...surveyIds]}::int[]) AS survey (id), unnest(${rows.map(({ term }) => term)}::text[],
      ${rows.map(({ first }) => first)}::int[], ${rows.map(({ bytes }) => bytes)}::text[]) AS new (term, first, bytes)`)
}
