import type { PoolClient } from 'pg'
import type { ProblemKind } from '@/lib/corpora/survey/model'
import { copyInto, copyRows, copyText } from '@/lib/platform/copy'
import { inTransaction } from '@/lib/platform/db'

/** A doubt about an instance; those with the same `groupKey` belong together. */
export type Problem = { ordinal: number; groupKey: string; detail: Record<string, unknown> }

const BATCH_BYTES = 4_000_000

/** Puts what was found of a kind in the place of what was found before. */
export function writeProblems(
  client: PoolClient,
  { corpusId, kind }: { corpusId: string; kind: ProblemKind },
  problems: Iterable<Problem>,
): Promise<void> {
  return inTransaction(client, async () => {
    await client.query('DELETE FROM instance_problem WHERE corpus_id = $1 AND kind = $2', [corpusId, kind])
    const rows = copyRows()
    for (const { ordinal, groupKey, detail } of problems) {
      rows.add(
        `${corpusId}\t${kind}\t${ordinal}\t${copyText(groupKey)}\t${copyText(JSON.stringify(detail))}\n`,
      )
      if (rows.bytes >= BATCH_BYTES) await copyBatch()
    }
    await copyBatch()

    async function copyBatch() {
      await copyInto(client, 'instance_problem (corpus_id, kind, ordinal, group_key, detail)', rows)
      rows.clear()
    }
  })
}
