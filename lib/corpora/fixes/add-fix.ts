import type { WrittenFix } from '@/lib/corpora/fixes/model'
import type { Json, Tx } from '@/lib/platform/db'

export type WantedFix = { fix: WrittenFix; undoesId?: string | undefined }

/** The next fix of a corpus. Who orders one holds the corpus's row, so numbers do not meet. */
export async function addFix(
  tx: Tx,
  actor: { id: string },
  { corpusId, fix, undoesId }: { corpusId: string } & WantedFix,
) {
  const last = await tx.corpusFix.aggregate({ where: { corpusId }, _max: { number: true } })
  const number = (last._max.number ?? 0) + 1
  return tx.corpusFix.create({
    data: { corpusId, number, fix: fix as Json, undoesId: undoesId ?? null, createdById: actor.id },
  })
}
