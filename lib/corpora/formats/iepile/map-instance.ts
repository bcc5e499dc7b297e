import { checkText } from '@/lib/corpora/formats/check-text'
import {
  askedSchema,
  instructionSchema,
  tasks,
  type Unified,
  unifiedSchema,
  used,
} from '@/lib/corpora/formats/iepile/schema'
import { withExtras } from '@/lib/corpora/formats/keep-extras'
import type { RecordPlace } from '@/lib/corpora/formats/map-records'
import { isObject } from '@/lib/corpora/formats/model'
import { placeSaid } from '@/lib/corpora/formats/place-said'
import { readTaskAnswer, type Said } from '@/lib/corpora/formats/read-task-answer'
import { error, type Fault, refuse, shapeFaults, warning } from '@/lib/corpora/formats/report-faults'
import { shapeGold } from '@/lib/corpora/formats/shape-gold'
import type { Reading } from '@/lib/corpora/model'
import type { TaskForm } from '@/lib/tasks/model'

type Extras = Record<string, unknown>

/** A text with its answers becomes an instance, the words placed where they stand. Instructions of other tasks are left out. */
export function mapInstance(value: unknown, place: RecordPlace, taskForm: TaskForm): Reading {
  if (!isObject(value)) return refuse(place, error('not-an-object', 'This is JSON but no object.'))
  return 'instruction' in value ? mapInstruction(value, place, taskForm) : mapUnified(value, place, taskForm)
}

function mapUnified(record: Extras, place: RecordPlace, taskForm: TaskForm): Reading {
  const parsed = unifiedSchema.safeParse(record)
  if (!parsed.success) return refuse(place, ...shapeFaults(parsed.error, 'answer-malformed'))
  return mapSaid(saidIn(parsed.data), { text: parsed.data.text, record, place, taskForm })
}

function mapInstruction(record: Extras, place: RecordPlace, taskForm: TaskForm): Reading {
  const parsed = instructionSchema.safeParse(record)
  if (!parsed.success) return refuse(place, ...shapeFaults(parsed.error, 'answer-malformed'))
  const { task, instruction, output, label } = parsed.data
  const forms = tasks.get(task)
  if (!forms) return refuse(place, unknownTask(task))
  if (!forms.includes(taskForm)) return refuse(place, otherTask(task, taskForm))
  const asked = askedSchema.safeParse(parseJson(instruction))
  if (!asked.success) return refuse(place, NO_ASKED)
  const answer = parseJson(output ?? label ?? '')
  if (answer === undefined) return refuse(place, NO_ANSWER)
  const { input: text, schema } = asked.data
  const said = Array.isArray(answer)
    ? readListed(answer, task)
    : readTaskAnswer(task, { output: answer, schema })
  if ('faults' in said) return refuse(place, ...said.faults)
  return mapSaid(said, { text, record: { ...record, schema: schema.map(labelOf) }, place, taskForm })
}

const NO_ASKED = error(
  'answer-malformed',
  'instruction: it is no JSON with a “schema” and an “input”, as an instruction of IEPile has.',
  { at: 'instruction', keys: 'schema, input' },
)
const NO_ANSWER = error(
  'gold-missing',
  'output: it is missing or no JSON. An instruction without an answer is not gold.',
  { at: 'output' },
)

function unknownTask(task: string): Fault {
  return error('task-unknown', `task: “${task}” is none of ${[...tasks.keys()].join(', ')}.`, {
    at: 'task',
    value: task,
  })
}

function otherTask(task: string, taskForm: TaskForm): Fault {
  return warning(
    'task-other',
    `task: it is ${task}, and the file is read for ${taskForm}. The record was left out.`,
    { at: 'task', value: task, form: taskForm },
  )
}

/** Test records have their answers as a list like that of a text. */
function readListed(answer: readonly unknown[], task: string): Said | { faults: Fault[] } {
  const key = task === 'NER' ? 'entity' : task.startsWith('EE') ? 'event' : 'relation'
  const parsed = unifiedSchema.safeParse({ text: '', [key]: answer })
  return parsed.success ? saidIn(parsed.data) : { faults: shapeFaults(parsed.error, 'answer-malformed') }
}

function saidIn({ entity, relation, event }: Unified): Said {
  return {
    entities:
      entity?.map(({ entity: words, entity_type: label }, i) => ({ words, label, name: `entity[${i}]` })) ??
      null,
    relations:
      relation?.map(({ head, relation: type, tail, head_type, tail_type }, i) => ({
        type,
        head: { words: head, label: head_type ?? '', name: `relation[${i}].head` },
        tail: { words: tail, label: tail_type ?? '', name: `relation[${i}].tail` },
      })) ?? null,
    events:
      event?.map(({ event_type: type, event_trigger: trigger, arguments: given }, i) => ({
        type,
        trigger: trigger?.trim() ? { words: trigger, name: `event[${i}].event_trigger` } : null,
        arguments: given.map(({ argument, role }, j) => ({
          role,
          words: argument,
          name: `event[${i}].arguments[${j}]`,
        })),
      })) ?? null,
  }
}

function mapSaid(
  said: Said,
  given: { text: string; record: Extras; place: RecordPlace; taskForm: TaskForm },
): Reading {
  const { text, record, place, taskForm } = given
  const unreadable = checkText(text)
  if (unreadable.length > 0) return refuse(place, ...unreadable)
  const { annotation, faults } = placeSaid(text, said)
  const shaped = shapeGold(annotation, taskForm)
  if (!shaped)
    return refuse(
      place,
      error('gold-missing', `The record holds nothing for the task form ${taskForm}.`, { form: taskForm }),
    )
  return withExtras({ text, ...shaped }, { record, used, place, faults })
}

/** An asked label, whatever is asked of it. */
function labelOf(asked: unknown): unknown {
  if (!isObject(asked)) return asked
  return asked.event_type ?? asked.entity_type ?? asked.predicate ?? asked
}

function parseJson(written: string): unknown {
  try {
    return JSON.parse(written)
  } catch {
    return undefined
  }
}
