import { sql, type Tx } from '@/lib/platform/db'

/** Puts back what a fix changed, took out or marked as seen: the rows as they were, byte for byte. */
export async function applyUndo(
  tx: Tx,
  { corpusId, undoesId }: { corpusId: string; undoesId: string },
): Promise<{ changed: number; dropped: number; kept: number }> {
  const changed = await tx.$executeRaw(sql`
    UPDATE instance SET gold = c.gold, labels = c.labels FROM corpus_fix_change c
    WHERE c.fix_id = ${undoesId}::uuid AND instance.corpus_id = ${corpusId}::uuid AND instance.ordinal = c.ordinal`)
  const dropped = await tx.$executeRaw(sql`
    INSERT INTO instance (corpus_id, ordinal, id, line, text, gold, labels, text_hash, meta)
    SELECT corpus_id, ordinal, id, line, text, gold, labels, text_hash, meta FROM dropped_instance
    WHERE fix_id = ${undoesId}::uuid`)
  await tx.$executeRaw(sql`DELETE FROM dropped_instance WHERE fix_id = ${undoesId}::uuid`)
  const kept = await tx.$executeRaw(sql`
    INSERT INTO instance_problem (corpus_id, kind, group_key, ordinal)
    SELECT corpus_id, kind, group_key, ordinal FROM seen_problem WHERE fix_id = ${undoesId}::uuid ON CONFLICT DO NOTHING`)
  await tx.$executeRaw(sql`DELETE FROM seen_problem WHERE fix_id = ${undoesId}::uuid`)
  return { changed, dropped, kept }
}
