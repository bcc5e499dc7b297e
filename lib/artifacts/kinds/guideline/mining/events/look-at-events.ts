import { eventItems } from '@/lib/artifacts/kinds/guideline/mining/events/read-events'
import type { FirstLook } from '@/lib/artifacts/kinds/guideline/mining/first-look'
import { GoldObserver } from '@/lib/artifacts/kinds/guideline/mining/observe-gold'
import { observeRoles } from '@/lib/artifacts/kinds/guideline/mining/roles/look-at-roles'
import type { Script } from '@/lib/tasks/model'

/** Notices trigger words as it does mentions, the roles with what fills them, and the other events of the text. */
export function lookAtEvents(script: Script): FirstLook {
  const observer = new GoldObserver(script)
  return (instance, emit) => {
    const items = eventItems(instance)
    const triggered = items.filter(({ event }) => event.trigger)
    observer.observe(instance.text, triggered, emit)
    for (const item of items) {
      observeRoles(item, item.fillers, emit)
      const others = new Set(items.filter((other) => other !== item).map(({ label }) => label))
      for (const other of others) emit(item, { section: 'companions', key: `same-text\t${other}` })
    }
    return items
  }
}
