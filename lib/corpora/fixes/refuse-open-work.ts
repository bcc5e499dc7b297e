import { joinSql, sql, type Tx } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'

/**
 * While a corpus is being fixed, nothing reads it in earnest, and while something does, it is not fixed. Both sides lock the
 * corpora before they look, so that two orders at one moment see each other.
 */
export async function refuseOpenFix(tx: Tx, corpusIds: readonly string[]): Promise<void> {
  await lockCorpora(tx, corpusIds)
  const open = await tx.corpusFix.findFirst({
    where: { corpusId: { in: [...corpusIds] }, state: 'open' },
    include: { corpus: { select: { name: true } } },
  })
  if (!open) return
  throw new AppError(
    'conflict',
    `“${open.corpus.name}” is being fixed at this moment. Nothing was started; try again when that is done.`,
    { reason: 'corpus-being-fixed', params: { corpus: open.corpus.name } },
  )
}

/** Work that reads the gold and would see half of it before and half after. */
export async function refuseOpenWork(tx: Tx, corpus: { id: string; name: string }): Promise<void> {
  await refuseOpenFix(tx, [corpus.id])
  const [open] = await tx.$queryRaw<{ kind: string }[]>(sql`
    SELECT kind FROM job_run WHERE state IN ('queued', 'running', 'retrying') AND (
      (kind = 'draft-guidelines' AND subject_id = ${corpus.id})
      OR (kind = 'compose-run' AND subject_id IN (
        SELECT r.id::text FROM run r JOIN corpus c ON c.project_id = r.project_id
        WHERE c.id = ${corpus.id}::uuid AND (r.recipe->'corpora' @> ${JSON.stringify([{ id: corpus.id }])}::jsonb
          OR r.recipe->'corpora' @> ${JSON.stringify([corpus.id])}::jsonb)))
    ) LIMIT 1`)
  if (!open) return
  throw new AppError(
    'conflict',
    `“${corpus.name}” is being read at this moment, to draft guidelines or to compose. Nothing was changed; wait for that job or cancel it.`,
    { reason: 'corpus-being-read', params: { corpus: corpus.name } },
  )
}

function lockCorpora(tx: Tx, corpusIds: readonly string[]) {
  const ids = [...corpusIds].sort().map((id) => sql`${id}::uuid`)
  return tx.$queryRaw(sql`SELECT 1 FROM corpus WHERE id IN (${joinSql(ids)}) ORDER BY id FOR UPDATE`)
}
