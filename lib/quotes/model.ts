import { z } from 'zod'
import type { TaskForm } from '@/lib/tasks/model'

/** Words exactly as a text has them. `nth`: which of several places with these words, counted from 1; null when there is one. */
export const quoteSchema = z.object({
  quote: z.string().min(1),
  nth: z.number().int().min(1).nullable().default(null),
})
export type Quote = z.infer<typeof quoteSchema>

const labelled = z.string().min(1).max(200)

const spans = z.object({ spans: z.array(quoteSchema.extend({ label: labelled })) })

/** Relations name their ends by the `id` of entities. An entity's label may be empty. */
const entities = z.object({
  entities: z.array(quoteSchema.extend({ id: z.string().min(1), label: z.string().max(200) })),
  relations: z.array(z.object({ head: z.string(), type: labelled, tail: z.string() })),
})

const events = z.object({
  events: z.array(
    z.object({
      id: z.string().min(1),
      type: labelled,
      trigger: quoteSchema.nullable(),
      arguments: z.array(quoteSchema.extend({ role: labelled })),
    }),
  ),
})

/** Parts of open tuples may be words that the text does not have as they are: then they stand nowhere. */
const tuples = z.object({
  tuples: z.array(z.object({ predicate: quoteSchema, arguments: z.array(quoteSchema).min(1).max(6) })),
})

/** No answers: the question cannot be answered from the text. */
const answers = z.object({ answers: z.array(quoteSchema) })
const classes = z.object({ labels: z.array(labelled) })
const response = z.object({ response: z.string().min(1) })

/**
 * What a gold says, in words quoted from its text in place of offsets: so that a model can be shown it and can answer it. Code finds
 * the places (`locateGold`). Several forms read one gold, and so share a shape.
 */
export const quotedGoldSchemas = {
  ner: spans,
  re: entities,
  spo: entities,
  kg: entities,
  ee: events,
  eet: events,
  eea: events,
  openie: tuples,
  mrc: answers,
  tc: classes,
  general: response,
} as const satisfies Record<TaskForm, z.ZodType>
export type QuotedGold<Form extends TaskForm = TaskForm> = z.infer<(typeof quotedGoldSchemas)[Form]>
