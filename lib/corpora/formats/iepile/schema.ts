import { z } from 'zod'
import { recordShapeSchema } from '@/lib/corpora/formats/model'
import type { TaskForm } from '@/lib/tasks/model'

/** Where the records are. */
export const optionsSchema = recordShapeSchema
export type Options = z.infer<typeof optionsSchema>

const labelSchema = z.string().trim().min(1).max(200)
const typeSchema = z.string().trim().max(200).nullish()

export const entitiesSchema = z.array(z.object({ entity: z.string(), entity_type: labelSchema }))
export const relationsSchema = z.array(
  z.object({
    head: z.string(),
    relation: labelSchema,
    tail: z.string(),
    head_type: typeSchema,
    tail_type: typeSchema,
  }),
)
export const eventsSchema = z.array(
  z.object({
    event_type: labelSchema,
    event_trigger: z.string().nullish(),
    arguments: z.array(z.object({ argument: z.string(), role: labelSchema })).default([]),
  }),
)

/** A text and all that is said of it. */
export const unifiedSchema = z.object({
  text: z.string(),
  entity: entitiesSchema.nullish(),
  relation: relationsSchema.nullish(),
  event: eventsSchema.nullish(),
})
export type Unified = z.infer<typeof unifiedSchema>

/** The tasks of instructions, and the task forms whose gold each holds. */
export const tasks: ReadonlyMap<string, readonly TaskForm[]> = new Map([
  ['NER', ['ner']],
  ['RE', ['re', 'spo', 'kg']],
  ['SPO', ['spo', 're', 'kg']],
  ['KG', ['kg']],
  ['EE', ['ee', 'eet', 'eea']],
  ['EET', ['eet']],
  ['EEA', ['eea']],
])

/** What an instruction has: in it, as JSON, the labels that are asked for and the text. */
export const instructionSchema = z.object({
  task: z.string(),
  instruction: z.string(),
  output: z.string().nullish(),
  label: z.string().nullish(),
})

export const askedSchema = z.object({ schema: z.array(z.unknown()), input: z.string() })

/** One value, several, or a word for none. */
const valuesSchema = z
  .union([z.string(), z.array(z.string()), z.null()])
  .transform((value) => [value ?? []].flat().filter((one) => one !== 'NAN' && one.trim() !== ''))

const rolesSchema = z.record(labelSchema, valuesSchema)

/** What the answers of each task look like, by the label that was asked for. */
export const outputSchemas = {
  labels: z.record(labelSchema, valuesSchema),
  relations: z.record(
    labelSchema,
    z.array(
      z.union([
        z.object({ subject: z.string(), object: z.string() }),
        z
          .object({ head: z.string(), tail: z.string() })
          .transform(({ head, tail }) => ({ subject: head, object: tail })),
      ]),
    ),
  ),
  events: z.record(
    labelSchema,
    z.array(
      z.union([
        z.object({ trigger: valuesSchema.optional(), arguments: rolesSchema }),
        rolesSchema.transform(({ trigger, ...roles }) => ({ trigger, arguments: roles })),
      ]),
    ),
  ),
  entities: z.record(labelSchema, z.record(z.string(), rolesSchema)),
}

/** What has a place in the gold. */
export const used: ReadonlySet<string> = new Set(
  'text entity relation event instruction output label __proto__'.split(' '),
)
