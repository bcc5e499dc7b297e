import type { PoolClient } from 'pg'
import { STRETCH, termOf } from '@/lib/corpora/survey/model'
import { TermStretch } from '@/lib/corpora/survey/term-stretch'
import { writeTerms } from '@/lib/corpora/survey/write-terms'
import { inTransaction } from '@/lib/platform/db'

/** Makes instances findable by what is doubtful about them. What was findable so before is no more. */
export function indexProblems(
  client: PoolClient,
  { corpusId, surveyId, last }: { corpusId: string; surveyId: number; last: number },
): Promise<void> {
  return inTransaction(client, async () => {
    await client.query(`DELETE FROM instance_term WHERE survey_id = $1 AND term >= 'p' AND term < 'q'`, [
      surveyId,
    ])
    for (let after = 0; after < last; after += STRETCH) {
      const stretch = new TermStretch()
      for (const { ordinal, kinds } of await problemsAfter(client, corpusId, after))
        for (const kind of kinds) stretch.add(ordinal, termOf.problem(kind))
      await writeTerms(client, { surveyId, stretches: [stretch] })
    }
  })
}

async function problemsAfter(client: PoolClient, corpusId: string, after: number) {
  const { rows } = await client.query<{ ordinal: number; kinds: string[] }>(
    `SELECT ordinal, array_agg(DISTINCT kind) AS kinds FROM instance_problem
     WHERE corpus_id = $1 AND ordinal > $2 AND ordinal <= $3 GROUP BY ordinal ORDER BY ordinal`,
    [corpusId, after, after + STRETCH],
  )
  return rows
}
