import { mentionsSchema, sentencesSchema, used } from '@/lib/corpora/formats/ace/schema'
import { checkText } from '@/lib/corpora/formats/check-text'
import { withExtras } from '@/lib/corpora/formats/keep-extras'
import type { RecordPlace } from '@/lib/corpora/formats/map-records'
import { isObject } from '@/lib/corpora/formats/model'
import { readMentions } from '@/lib/corpora/formats/read-mentions'
import { readTokenSpans } from '@/lib/corpora/formats/read-token-spans'
import { error, type Fault, refuse, shapeFaults } from '@/lib/corpora/formats/report-faults'
import { type Annotation, shapeGold } from '@/lib/corpora/formats/shape-gold'
import type { Reading } from '@/lib/corpora/model'
import type { TaskForm } from '@/lib/tasks/model'

/** A text with its mentions becomes an instance, a document one for each of its sentences. */
export function mapInstance(value: unknown, place: RecordPlace, taskForm: TaskForm): Reading {
  if (!isObject(value)) return refuse(place, error('not-an-object', 'This is JSON but no object.'))
  if (Array.isArray(value.sentences)) return mapSentences(value, place, taskForm)
  const parsed = mentionsSchema.safeParse(value)
  if (!parsed.success) return refuse(place, ...shapeFaults(parsed.error, 'mention-malformed'))
  const read = readMentions(parsed.data)
  return read ? mapText(read, { record: value, place, taskForm }) : refuse(place, NO_TEXT)
}

const NO_TEXT = error('text-missing', 'There is no “sentence”, “text”, “tokens” or “words”.', {
  keys: 'sentence, text, tokens, words',
})

function mapSentences(record: Record<string, unknown>, place: RecordPlace, taskForm: TaskForm): Reading {
  const parsed = sentencesSchema.safeParse(record)
  if (!parsed.success) return refuse(place, ...shapeFaults(parsed.error, 'mention-malformed'))
  const readings = readTokenSpans(parsed.data).map((read, sentence) =>
    mapText(read, {
      record: { ...record, sentence: undefined, sentence_number: sentence + 1 },
      place,
      taskForm,
    }),
  )
  return {
    instances: readings.flatMap(({ instances }) => instances),
    issues: readings.flatMap(({ issues }) => issues),
  }
}

function mapText(
  { text, annotation, faults }: { text: string; annotation: Annotation; faults: readonly Fault[] },
  given: { record: Record<string, unknown>; place: RecordPlace; taskForm: TaskForm },
): Reading {
  const { record, place, taskForm } = given
  const said = [...checkText(text), ...faults]
  if (said.some(({ severity }) => severity === 'error')) return refuse(place, ...said)
  const shaped = shapeGold(annotation, taskForm)
  if (!shaped) return refuse(place, noGold(taskForm))
  return withExtras({ text, ...shaped }, { record, used, place, faults: said })
}

function noGold(taskForm: TaskForm): Fault {
  return error(
    'gold-missing',
    `Nothing here is marked for the task form ${taskForm}: it is not even an empty list.`,
    { form: taskForm },
  )
}
