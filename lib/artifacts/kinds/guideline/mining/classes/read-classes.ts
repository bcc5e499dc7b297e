import { detached, oneSpace, type UnitSpan } from '@/lib/artifacts/kinds/guideline/mining/read-gold'
import { codePointLength } from '@/lib/tasks/model'
import type { TcGold } from '@/lib/tasks/tc/gold'

/** As long a text may be and still be shown as a wording, in UTF-16 units. */
export const SHOWN = 120

/**
 * The classes of a text as items: each stands over the whole of it. A text that is short is named by itself; any other by its
 * beginning, which no guideline shows: what a guideline shows of a text has to be all of it, so that its own record can be kept
 * from it.
 */
export function classItems({ text, gold }: { text: string; gold: unknown }): UnitSpan[] {
  const span = { start: 0, end: codePointLength(text) }
  const said = oneSpace(text).trim()
  const isShown = said === text && text.length <= SHOWN
  const mention = detached(isShown ? text : `${said.slice(0, SHOWN - 1)}${CUT}`)
  return (gold as TcGold).labels.map((label) => ({ label, start: 0, end: text.length, mention, span }))
}

const CUT = '…'
export const isWholeText = (mention: string) => !mention.endsWith(CUT)
