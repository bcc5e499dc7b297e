import { cannotCarry } from '@/lib/formats/cannot-carry'
import type { Carriage, EmptyGroups } from '@/lib/formats/model'
import type { AnswerItem, Lowered } from '@/lib/tasks/model'

/** Would an item be taken for the mark for nothing? `nothing` is null where the mark cannot be mistaken for a value. */
export function checkMarks(
  { answer }: Lowered,
  { nothing, empty }: { nothing: string | null; empty: EmptyGroups },
): Carriage {
  for (const { label, items } of answer)
    for (const item of items) {
      if (nothing !== null && isMark(item, { nothing, empty }))
        return cannotCarry('item-is-mark', { label, mark: nothing })
      if (empty === 'mark' && isBare(item)) return cannotCarry('item-bare', { label })
    }
  return { carries: true }
}

function isMark(item: AnswerItem, { nothing, empty }: { nothing: string; empty: EmptyGroups }): boolean {
  if (typeof item === 'string') return empty === 'mark' && item === nothing
  return Object.values(item).includes(nothing)
}

function isBare(item: AnswerItem): boolean {
  return typeof item !== 'string' && Object.values(item).every((value) => value === null)
}
