import { oneSpace, placesOf, type UnitSpan } from '@/lib/artifacts/kinds/guideline/mining/read-gold'
import type { Filler } from '@/lib/artifacts/kinds/guideline/mining/roles/look-at-roles'
import { type EeGold, type Event, filledIn, isEventArgument } from '@/lib/tasks/ee/gold'
import { codePointLength, type Offsets } from '@/lib/tasks/model'

/** An event as an item: it stands at its trigger, else at its first argument, else it is told by the whole text. */
export type EventItem = UnitSpan & { event: Event; fillers: Filler[] }

export function eventItems({ text, gold }: { text: string; gold: unknown }): EventItem[] {
  const { events } = gold as EeGold
  const place = placesOf(text)
  const whole = { start: 0, end: codePointLength(text) }
  const spanOf = ({ trigger, arguments: own }: Event): Offsets =>
    trigger ?? own.flatMap((one) => (isEventArgument(one) ? [] : [one]))[0] ?? whole
  return events.map((event) => {
    const span = spanOf(event)
    const fillers = filledIn(event).map(({ field, by }): Filler => {
      const at = isEventArgument(by) ? (events[by.event]?.trigger ?? null) : by
      const mention = at ? oneSpace(place(at).mention) : ''
      return { role: field, mention, place: at && { start: at.start, end: at.end } }
    })
    return { label: event.type, ...place(span), span, event, fillers }
  })
}
