import { checkLabel, checkText } from '@/lib/corpora/formats/check-text'
import { withExtras } from '@/lib/corpora/formats/keep-extras'
import type { RecordPlace } from '@/lib/corpora/formats/map-records'
import { isObject } from '@/lib/corpora/formats/model'
import { utteranceSchema } from '@/lib/corpora/formats/nlu/schema'
import { placeWords } from '@/lib/corpora/formats/place-words'
import { readClasses } from '@/lib/corpora/formats/read-classes'
import { error, type Fault, refuse, shapeFaults, warning } from '@/lib/corpora/formats/report-faults'
import type { Reading } from '@/lib/corpora/model'
import type { TaskForm } from '@/lib/tasks/model'
import { canonicalNerGold, type NerSpan } from '@/lib/tasks/ner/gold'

type Slots = ReturnType<typeof utteranceSchema.parse>['slots']

/** An utterance becomes an instance of its intents or of its slots. One without intents has none: no class holds. */
export function mapInstance(value: unknown, place: RecordPlace, taskForm: TaskForm): Reading {
  if (!isObject(value)) return refuse(place, error('not-an-object', 'This is JSON but no object.'))
  const utterance = utteranceSchema.safeParse(value)
  if (!utterance.success)
    return refuse(
      place,
      ...shapeFaults(utterance.error, taskForm === 'tc' ? 'class-malformed' : 'span-malformed'),
    )
  const { intents, slots } = utterance.data
  return taskForm === 'tc' ? mapIntents(value, place, intents) : mapSlots(value, place, slots)
}

const ofIntents = new Set(['text', 'intents', '__proto__'])

function mapIntents(record: Record<string, unknown>, place: RecordPlace, intents: string[]): Reading {
  const read = readClasses(record.text, intents, { key: 'intents', multi: true })
  if (!read.instance) return refuse(place, ...read.faults)
  return withExtras(read.instance, { record, used: ofIntents, place })
}

const ofSlots = new Set(['text', 'slots', '__proto__'])

function mapSlots(record: Record<string, unknown>, place: RecordPlace, slots: Slots): Reading {
  const { text } = record
  if (typeof text !== 'string')
    return refuse(place, error('text-missing', '“text” is missing or no string.', { keys: 'text' }))
  const found = Object.entries(slots).flatMap(([name, one]) =>
    [one].flat().map((slot) => readSlot(text, name, slot)),
  )
  const faults = [...checkText(text), ...found.flatMap((one) => one.faults)]
  if (faults.some(({ severity }) => severity === 'error')) return refuse(place, ...faults)
  const gold = canonicalNerGold(found.flatMap(({ span }) => span ?? []))
  const labels = gold.spans.map(({ label }) => label)
  return withExtras({ text, gold, labels }, { record, used: ofSlots, place, faults })
}

function readSlot(
  text: string,
  label: string,
  { text: words, span: [start, end] }: { text?: string | undefined; span: [number, number] },
): { span?: NerSpan; faults: Fault[] } {
  const name = `slots.${label}`
  const at = placeWords(text, { start, end, words, counts: 'points' })
  const said = words === undefined ? 'its words' : `“${words}”`
  if (!at)
    return {
      faults: [
        error('span-out-of-range', `${name}: ${start} to ${end} is not the place of ${said} in the text.`, {
          at: name,
          start,
          end,
          words: words ?? '',
        }),
      ],
    }
  const moved = warning(
    'span-moved',
    `${name}: ${said} does not stand at ${start}. It was found at ${at.start}.`,
    { at: name, words: words ?? '', start, found: at.start },
  )
  const span = { start: at.start, end: at.end, label }
  return { span, faults: [...checkLabel(label, name), ...(at.isMoved ? [moved] : [])] }
}
