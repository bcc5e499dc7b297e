import { answers } from '@/lib/quotes/golds/answers'
import { classes } from '@/lib/quotes/golds/classes'
import { events } from '@/lib/quotes/golds/events'
import { mentions } from '@/lib/quotes/golds/mentions'
import { relations } from '@/lib/quotes/golds/relations'
import { responses } from '@/lib/quotes/golds/responses'
import type { QuotedShape } from '@/lib/quotes/golds/shape'
import { tuples } from '@/lib/quotes/golds/tuples'
import type { QuotedGold } from '@/lib/quotes/model'
import type { TaskForm } from '@/lib/tasks/model'

type AnyShape = QuotedShape<unknown, unknown>

// Each shape reads its own gold; who holds one by its form has parsed the gold with the form's schema.
const byForm = {
  ner: mentions,
  re: relations,
  spo: relations,
  kg: relations,
  ee: events,
  eet: events,
  eea: events,
  openie: tuples,
  mrc: answers,
  tc: classes,
  general: responses,
} as unknown as Record<TaskForm, AnyShape>

/** How the gold of a form is said in quotes. */
export function quotedShape(form: TaskForm): AnyShape {
  return byForm[form]
}

/** A gold in words of its text in place of offsets. */
export function quoteGold(form: TaskForm, of: { text: string; gold: unknown }): QuotedGold {
  return quotedShape(form).quote(of.text, of.gold) as QuotedGold
}
