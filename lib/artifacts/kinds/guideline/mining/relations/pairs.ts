import { PAIR_ARROW } from '@/lib/artifacts/kinds/guideline/content'
import type { Counted } from '@/lib/artifacts/kinds/guideline/evidence'
import { wordingsOf } from '@/lib/artifacts/kinds/guideline/mining/draft-line'
import type { Pair } from '@/lib/artifacts/kinds/guideline/mining/relations/phrases'

/** The two ends of a relation that is written as one. */
export function pairOf(mention: string): Pair {
  const at = mention.indexOf(PAIR_ARROW)
  return at < 0
    ? { head: mention, tail: '' }
    : { head: mention.slice(0, at), tail: mention.slice(at + PAIR_ARROW.length) }
}

export function pairsOf(found: Counted, most: number): Pair[] {
  return wordingsOf([found], most).map(pairOf)
}
