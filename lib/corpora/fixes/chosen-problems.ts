import type { Fix } from '@/lib/corpora/fixes/model'
import { sql } from '@/lib/platform/db'

type ProblemFix = Extract<Fix, { kind: 'drop-instances' | 'keep' }>

/** The query for the ordinals of the instances that a fix of a problem is about. */
export function chosenProblems(corpusId: string, fix: ProblemFix) {
  const ofGroup = fix.group === undefined ? sql`` : sql`AND group_key = ${fix.group}`
  if (fix.kind === 'keep' || fix.keep === 'none')
    return sql`SELECT ordinal FROM instance_problem
      WHERE corpus_id = ${corpusId}::uuid AND kind = ${fix.problem} ${ofGroup}`
  return sql`SELECT ordinal FROM (
      SELECT ordinal, row_number() OVER (PARTITION BY group_key ORDER BY ordinal) AS place FROM instance_problem
      WHERE corpus_id = ${corpusId}::uuid AND kind = ${fix.problem} ${ofGroup}) AS numbered
    WHERE place > 1`
}
