import type { Fix, FixCounts } from '@/lib/corpora/fixes/model'
import { sql, type Tx } from '@/lib/platform/db'

/** Marks doubts as seen: they are taken off the list, and a survey leaves them out. */
export async function applyKeep(
  tx: Tx,
  fix: Extract<Fix, { kind: 'keep' }>,
  { corpusId, fixId }: { corpusId: string; fixId: string },
): Promise<Partial<FixCounts>> {
  const ofGroup = fix.group === undefined ? sql`` : sql`AND group_key = ${fix.group}`
  const [seen] = await tx.$queryRaw<{ kept: number }[]>(sql`
    WITH gone AS (
      DELETE FROM instance_problem WHERE corpus_id = ${corpusId}::uuid AND kind = ${fix.problem} ${ofGroup}
      RETURNING corpus_id, kind, group_key, ordinal
    ), kept AS (
      INSERT INTO seen_problem (fix_id, corpus_id, kind, group_key, ordinal)
      SELECT ${fixId}::uuid, corpus_id, kind, group_key, ordinal FROM gone ON CONFLICT DO NOTHING)
    SELECT count(DISTINCT ordinal)::int AS kept FROM gone`)
  return { kept: seen?.kept ?? 0 }
}
