import type { PoolClient } from 'pg'

/** Takes off the list what people have looked at and left as it is. */
export async function leaveSeen(client: PoolClient, corpusId: string): Promise<void> {
  await client.query(
    `DELETE FROM instance_problem p USING seen_problem s
     WHERE p.corpus_id = $1 AND s.corpus_id = $1 AND s.kind = p.kind AND s.group_key = p.group_key AND s.ordinal = p.ordinal`,
    [corpusId],
  )
}
