import { pool } from '@/lib/platform/db'
import { codePointUnits, isFlat, type Offsets } from '@/lib/tasks/model'

/** An instance as the miner reads it. `cost`: how much there is to read before an example in it is understood. */
export type GoldInstance = { ordinal: number; text: string; gold: unknown; cost: number }

const PAGE = 1000

/** All instances of a corpus in order, a page in memory at a time. */
export async function* readGold(corpusId: string): AsyncGenerator<GoldInstance[]> {
  for (let after = 0; ; ) {
    const { rows } = await pool().query<{ ordinal: number; text: string; gold: unknown }>(
      `SELECT ordinal, text, gold FROM "instance"
       WHERE corpus_id = $1 AND ordinal > $2 ORDER BY ordinal LIMIT ${PAGE}`,
      [corpusId, after],
    )
    if (rows.length) yield rows.map(goldInstance)
    if (rows.length < PAGE) return
    after = rows.at(-1)!.ordinal
  }
}

export function goldInstance(of: { ordinal: number; text: string; gold: unknown }): GoldInstance {
  const { ordinal, text, gold } = of
  return { ordinal, text, gold, cost: readingCost(text) }
}

/** Short sentences show best; fragments and long passages do not. */
function readingCost(text: string): number {
  const least = /\p{Script=Han}/u.test(text) ? 12 : 40
  return text.length >= least ? text.length : 1000 + least - text.length
}

/**
 * A labelled thing where it stands, in UTF-16 units, which is what searching and slicing want, with what it says. `span` and
 * `tail` are in code points. An item is a span; a relation at its head; an event at its trigger; a class over the whole text.
 */
export type UnitSpan = {
  label: string
  start: number
  end: number
  mention: string
  span: Offsets
  tail?: Offsets
}

export function unitSpans(text: string, spans: readonly (Offsets & { label: string })[]): UnitSpan[] {
  const place = placesOf(text)
  return spans.map((span) => ({ label: span.label, ...place(span), span }))
}

/** Places of one text in UTF-16 units, with the words there. */
export function placesOf(text: string): (of: Offsets) => { start: number; end: number; mention: string } {
  const units = isFlat(text) ? null : codePointUnits(text)
  const at = (point: number) => (units ? (units[point] ?? text.length) : point)
  return (of) => {
    const start = at(of.start)
    const end = at(of.end)
    return { start, end, mention: detached(oneSpace(text.slice(start, end))) }
  }
}

/** A copy: a slice would keep its whole text in memory for as long as it is kept itself. */
export function detached(words: string): string {
  return Buffer.from(words, 'utf16le').toString('utf16le')
}

export function oneSpace(words: string): string {
  return /\s\s|[^\S ]/.test(words) ? words.replace(/\s+/g, ' ').trim() : words
}
