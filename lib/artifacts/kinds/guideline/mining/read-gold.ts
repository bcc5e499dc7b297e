import { pool } from '@/lib/platform/db'
import { codePointUnits, isFlat } from '@/lib/tasks/model'
import type { NerGold, NerSpan } from '@/lib/tasks/ner/gold'

/** An instance as the miner reads it. `cost`: how much there is to read before an example in it is understood. */
export type GoldInstance = { ordinal: number; text: string; spans: NerSpan[]; cost: number }

const PAGE = 1000

/** All instances of a corpus in order, a page in memory at a time. */
export async function* readGold(corpusId: string): AsyncGenerator<GoldInstance[]> {
  for (let after = 0; ; ) {
    const { rows } = await pool().query<{ ordinal: number; text: string; gold: NerGold }>(
      `SELECT ordinal, text, gold FROM "instance"
       WHERE corpus_id = $1 AND ordinal > $2 ORDER BY ordinal LIMIT ${PAGE}`,
      [corpusId, after],
    )
    if (rows.length) yield rows.map((row) => goldInstance({ ...row, spans: row.gold.spans }))
    if (rows.length < PAGE) return
    after = rows.at(-1)!.ordinal
  }
}

export function goldInstance(of: { ordinal: number; text: string; spans: NerSpan[] }): GoldInstance {
  const { ordinal, text, spans } = of
  return { ordinal, text, spans, cost: readingCost(text) }
}

/** Short sentences show best; fragments and long passages do not. */
function readingCost(text: string): number {
  const least = /\p{Script=Han}/u.test(text) ? 12 : 40
  return text.length >= least ? text.length : 1000 + least - text.length
}

/** A span in UTF-16 units, which is what searching and slicing want, with what it says. */
export type UnitSpan = { label: string; start: number; end: number; mention: string; span: NerSpan }

export function unitSpans({ text, spans }: GoldInstance): UnitSpan[] {
  const units = isFlat(text) ? null : codePointUnits(text)
  const at = (point: number) => (units ? (units[point] ?? text.length) : point)
  return spans.map((span) => {
    const start = at(span.start)
    const end = at(span.end)
    return { label: span.label, start, end, mention: detached(oneSpace(text.slice(start, end))), span }
  })
}

/** A copy: a slice would keep its whole text in memory for as long as it is kept itself. */
export function detached(words: string): string {
  return Buffer.from(words, 'utf16le').toString('utf16le')
}

function oneSpace(words: string): string {
  return /\s\s|[^\S ]/.test(words) ? words.replace(/\s+/g, ' ').trim() : words
}
