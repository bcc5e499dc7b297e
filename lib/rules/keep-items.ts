import { isInScope, type LoweredApplication } from '@/lib/rules/model'
import type { AnswerItem, Lowered, TaskForm } from '@/lib/tasks/model'

/** An item of an answer with its place. */
export type PlacedItem = { item: AnswerItem; place: Lowered['places'][number][number] }

/**
 * The answer with other items in the groups that a rule is about: fewer, or in another order, each with its place. `choose` hands the
 * same list back to leave a group; the same object comes back when all are left.
 */
export function keepItems(
  lowered: Lowered,
  of: LoweredApplication,
  choose: (items: PlacedItem[], label: string) => PlacedItem[],
): Lowered {
  let isChanged = false
  const groups = lowered.answer.map(({ label, items }, at) => {
    const given = items.map((item, i) => ({ item, place: lowered.places[at]?.[i] ?? null }))
    const isAbout = hasOneGroup(of.form) || isInScope(of.scope, label)
    const chosen = isAbout ? choose(given, label) : given
    isChanged ||= chosen.length !== given.length || chosen.some((one, i) => one !== given[i])
    return { label, chosen }
  })
  if (!isChanged) return lowered
  return {
    answer: groups.map(({ label, chosen }) => ({ label, items: chosen.map(({ item }) => item) })),
    places: groups.map(({ chosen }) => chosen.map(({ place }) => place)),
  }
}

/** Forms whose answer has one group, called after no label of the corpus. */
export function hasOneGroup(form: TaskForm): boolean {
  return form === 'tc' || form === 'mrc' || form === 'openie' || form === 'general'
}
