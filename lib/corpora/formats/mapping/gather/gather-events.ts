import type { Placer, Selected } from '@/lib/corpora/formats/mapping/gather/model'
import { selectItems, selectValues, selectWords } from '@/lib/corpora/formats/mapping/gather/select-values'
import type { Mapping } from '@/lib/corpora/formats/mapping/schema'
import { error, type Fault } from '@/lib/corpora/formats/report-faults'
import type { EeGold } from '@/lib/tasks/ee/gold'

type Context = { place: Placer; faults: Fault[] }
type Told = NonNullable<Mapping['events']>

/** The events of a record with their triggers and arguments. */
export function gatherEvents(record: Selected, { events: told = {} }: Mapping, context: Context): EeGold {
  const events = selectItems(record, told.list ?? '.').flatMap((item) => {
    const type = selectWords(item, told.type)
    if (type === undefined || type.trim() === '') {
      context.faults.push(
        error('label-empty', `${item.place || 'events'}: there is no type at ${told.type}.`, {
          at: item.place || 'events',
          keys: told.type ?? '',
        }),
      )
      return []
    }
    return [{ type, trigger: triggerOf(item, told, context), arguments: argumentsOf(item, told, context) }]
  })
  return { events }
}

function triggerOf(item: Selected, told: Told, { place }: Context) {
  const words = selectWords(item, told.trigger)
  const start = selectValues(item, told.triggerStart)[0]?.value
  if (!words && start === undefined) return null
  const end = selectValues(item, told.triggerEnd)[0]?.value
  return place({ place: `${item.place || 'events'}: the trigger`, start, end, words })
}

function argumentsOf(item: Selected, told: Told, { place: placer, faults }: Context) {
  if (!told.arguments) return []
  return selectItems(item, told.arguments).flatMap((argument) => {
    const role = selectWords(argument, told.role)
    if (role === undefined || role.trim() === '') {
      faults.push(
        error('label-empty', `${argument.place}: there is no role at ${told.role ?? 'any path'}.`, {
          at: argument.place,
          keys: told.role ?? '',
        }),
      )
      return []
    }
    const words = selectItems(argument, told.argument)
    const [start, end] = [told.argumentStart, told.argumentEnd].map(
      (path) => selectValues(argument, path)[0]?.value,
    )
    if (start !== undefined || words.length < 2) {
      const at = placer({ place: argument.place, start, end, words: selectWords(argument, told.argument) })
      return at ? [{ role, ...at }] : []
    }
    return words.flatMap((one) => {
      const at = placer({ place: one.place, words: selectWords(one, '.') })
      return at ? [{ role, ...at }] : []
    })
  })
}
