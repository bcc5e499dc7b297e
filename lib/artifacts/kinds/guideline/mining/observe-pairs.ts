import type { Emit } from '@/lib/artifacts/kinds/guideline/mining/observation'
import type { UnitSpan } from '@/lib/artifacts/kinds/guideline/mining/read-gold'
import { listSigns } from '@/lib/artifacts/kinds/guideline/mining/word-lists'

/** Further apart than this, in UTF-16 units, two mentions are no neighbours. */
const REACH = 8

/** What mentions have to do with each other: nesting, and what stands between neighbours. Spans come in canonical order. */
export function observePairs(text: string, spans: readonly UnitSpan[], emit: Emit): void {
  for (const [i, left] of spans.entries()) {
    for (let j = i + 1; j < spans.length; j++) {
      const right = spans[j]!
      if (right.start > left.end + REACH) break
      if (right.start < left.end) observeNesting(left, right, emit)
      else observeNeighbours(text, { left, right }, emit)
    }
  }
}

/** `left` comes first in canonical order: it starts earlier, or is at least as long. */
function observeNesting(left: UnitSpan, right: UnitSpan, emit: Emit): void {
  const same = left.start === right.start && left.end === right.end
  const relation = same ? 'same' : right.end <= left.end ? 'contains' : 'overlaps'
  const inverse = relation === 'contains' ? 'within' : relation
  emit(left, { section: 'nesting', key: `${relation}\t${right.label}` })
  emit(right, { section: 'nesting', key: `${inverse}\t${left.label}` })
}

function observeNeighbours(
  text: string,
  { left, right }: { left: UnitSpan; right: UnitSpan },
  emit: Emit,
): void {
  const between = text.slice(left.end, right.start).trim()
  const wider = { start: left.start, end: right.end }
  if (between === '' || listSigns.has(between)) {
    emit(left, { section: 'neighbours', key: `after\t${between}\t${right.label}`, wider })
    emit(right, { section: 'neighbours', key: `before\t${between}\t${left.label}`, wider })
  }
  const isOpen = /^[(（]\s?(?:简称|即|以下简称)?[“"「]?$/.test(between)
  if (isOpen && left.label === right.label && /^\s?[”"」]?\s?[)）]/.test(text.slice(right.end)))
    emit(right, { section: 'shapes', key: 'short-form-in-brackets', wider })
}
