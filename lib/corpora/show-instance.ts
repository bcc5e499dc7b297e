import type { InstanceView, Mark } from '@/lib/corpora/instances/schema'
import { type EeGold, isEventArgument } from '@/lib/tasks/ee/gold'
import { findTaskForm } from '@/lib/tasks/find-task-form'
import type { GeneralGold } from '@/lib/tasks/general/gold'
import type { Answer, TaskForm, TaskFormDefinition } from '@/lib/tasks/model'
import { endOf, type MrcGold } from '@/lib/tasks/mrc/gold'
import type { Extent, Fragment, NerGold } from '@/lib/tasks/ner/gold'
import type { OpenieGold } from '@/lib/tasks/openie/gold'

type Row = { ordinal: number; line: number; text: string; gold: unknown }
type Shown = Partial<Pick<InstanceView, 'question' | 'options' | 'spans' | 'answer' | 'turns'>>

/** An instance as people see it: what its gold marks in the text, and what it says beside that. */
export function showInstance(taskForm: TaskForm, row: Row): Omit<InstanceView, 'id'> {
  const { ordinal, line, text } = row
  const form = findTaskForm(taskForm)
  const gold = form.gold.parse(row.gold)
  const shown = (showGold[form.form] ?? showGold[form.storedAs])?.(gold as never) ?? {}
  const answer = shown.answer ?? answerOf(form, { text, gold })
  return { ordinal, line, text, question: null, options: [], spans: [], turns: [], ...shown, answer }
}

/** What each gold shows beside the answer to which it lowers. Where `answer` is given, nothing else has to be said. */
const showGold: Partial<Record<TaskForm, (gold: never) => Shown>> = {
  ner: ({ spans }: NerGold) => ({ spans, answer: [] }),
  re: ({ entities }: { entities: EntityExtent[] }) => ({ spans: entities.flatMap(marksOfEntity) }),
  ee: ({ events }: EeGold) => ({
    spans: events.flatMap((event) => [...triggerOf(event), ...rolesOf(event)]),
  }),
  eet: ({ events }: EeGold) => ({ spans: events.flatMap(triggerOf) }),
  openie: ({ tuples }: OpenieGold) => ({ spans: distinct(tuples.flatMap(marksOfTuple)) }),
  mrc: ({ question, options = [], answers, answerable }: MrcGold) => ({
    question,
    options,
    spans: answerable ? answers.flatMap(marksOfAnswer) : [],
  }),
  general: ({ turns }: GeneralGold) => ({ turns, answer: [] }),
}

/** The gold over its own labels and fields: all that it says. */
function answerOf(form: TaskFormDefinition, { text, gold }: { text: string; gold: unknown }): Answer {
  const fields = form.fieldsIn(gold)
  const labels = [...new Set(form.labelsIn(gold))]
  const schema = labels.map((label) => ({ label, fields: [...(fields.get(label) ?? [])] }))
  return form.lower(text, gold, schema).answer
}

type EntityExtent = Extent & { label: string; also?: Fragment[] | undefined }

function marksOfEntity({ start, end, fragments, label, also = [] }: EntityExtent): Mark[] {
  const further = also.map(([from, to]) => ({ start: from, end: to, label }))
  return [markOf({ start, end, fragments }, label), ...further]
}

type Event = EeGold['events'][number]

function triggerOf({ type, trigger }: Event): Mark[] {
  return trigger ? [markOf(trigger, type)] : []
}

function rolesOf(event: Event): Mark[] {
  return event.arguments.flatMap((argument) => {
    if (isEventArgument(argument)) return []
    const parts = argument.arguments ?? []
    return [
      markOf(argument, argument.role),
      ...parts.flatMap((part) =>
        isEventArgument(part) ? [] : [markOf(part, `${argument.role}.${part.role}`)],
      ),
    ]
  })
}

function marksOfTuple({ predicate, arguments: others }: OpenieGold['tuples'][number]): Mark[] {
  const parts = [
    { ...predicate, part: 'predicate' as const },
    ...others.map((other) => ({ ...other, part: 'argument' as const })),
  ]
  return parts.flatMap(({ start, end, part }) =>
    start === undefined || end === undefined ? [] : [{ start, end, label: part, part }],
  )
}

/** One predicate or argument may stand in several tuples. */
function distinct(marks: readonly Mark[]): Mark[] {
  return [...new Map(marks.map((mark) => [JSON.stringify(mark), mark])).values()]
}

function marksOfAnswer({ text, start }: MrcGold['answers'][number]): Mark[] {
  return start === undefined ? [] : [{ start, end: endOf({ text, start }), label: 'answer', part: 'answer' }]
}

function markOf({ start, end, fragments }: Extent, label: string): Mark {
  return fragments ? { start, end, label, fragments } : { start, end, label }
}
