import type { Counted } from '@/lib/artifacts/kinds/guideline/evidence'
import { isWholeText } from '@/lib/artifacts/kinds/guideline/mining/classes/read-classes'

const MOST_TEXTS = 2

/** Whole texts, the shortest first. */
export function shortest({ wordings = [] }: Counted): string[] {
  return wordings
    .filter(isWholeText)
    .sort((a, b) => a.length - b.length)
    .slice(0, MOST_TEXTS)
}
