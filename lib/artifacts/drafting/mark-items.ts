import { findMiner } from '@/lib/artifacts/kinds/guideline/mining/find-miner'
import type { UnitSpan } from '@/lib/artifacts/kinds/guideline/mining/read-gold'
import type { Filler } from '@/lib/artifacts/kinds/guideline/mining/roles/look-at-roles'
import type { Mark } from '@/lib/calls/prompts/schema'
import type { TaskForm } from '@/lib/tasks/model'

type Item = UnitSpan & { fillers?: readonly Filler[] }

/** The items of a label in an instance, as people and models point at them. */
export function itemsOf(form: TaskForm, of: { text: string; gold: unknown }, label?: string): Item[] {
  const items: Item[] = findMiner(form)?.itemsIn(of) ?? []
  return label === undefined ? items : items.filter((item) => item.label === label)
}

/**
 * Where the items of a text stand, to be shown marked. With a label, only its items, as the prompts' words for each form say; of
 * relations only the first, so that its two ends are plain. Without one, all items under their labels.
 */
export function markItems(form: TaskForm, items: readonly Item[], of: { isOneLabel: boolean }): Mark[] {
  const { isOneLabel } = of
  if (form === 'tc') return []
  if (form === 're' || form === 'spo') return endMarks(isOneLabel ? items.slice(0, 1) : items, of)
  if (form === 'ner') return items.map(({ span, label }) => mark(span, isOneLabel ? null : label))
  const own = form === 'kg' ? null : 'trigger'
  return unique(
    items.flatMap(({ span, label, fillers = [] }) => [
      mark(span, isOneLabel ? own : label),
      ...(form === 'eet' ? [] : fillers.flatMap(({ role, place }) => (place ? [mark(place, role)] : []))),
    ]),
  )
}

function endMarks(items: readonly Item[], { isOneLabel }: { isOneLabel: boolean }): Mark[] {
  const name = (end: string, label: string) => (isOneLabel ? end : `${end} of ${label}`)
  return unique(
    items.flatMap(({ span, tail, label }) => [
      mark(span, name('head', label)),
      ...(tail ? [mark(tail, name('tail', label))] : []),
    ]),
  )
}

const mark = ({ start, end }: { start: number; end: number }, as: string | null): Mark => ({
  start,
  end,
  as: as?.slice(0, 200) ?? null,
})

function unique(marks: Mark[]): Mark[] {
  const seen = new Set<string>()
  return marks.filter(({ start, end, as }) => {
    const key = `${start}-${end}-${as}`
    return !seen.has(key) && Boolean(seen.add(key)) && start < end
  })
}

/** What a text's gold says that marks cannot show: its classes. */
export function noteOf(form: TaskForm, items: readonly Item[]): string {
  return form === 'tc' ? [...new Set(items.map(({ label }) => label))].join(', ') : ''
}
