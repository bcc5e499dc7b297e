import { db } from '@/lib/platform/db'

/** The highest ordinal of a corpus. Where instances were taken out, it is more than their count. */
export async function lastOrdinal(corpusId: string): Promise<number> {
  const { _max } = await db.instance.aggregate({ where: { corpusId }, _max: { ordinal: true } })
  return _max.ordinal ?? 0
}
