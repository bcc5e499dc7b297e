import { z } from 'zod'
import { recordShapeSchema } from '@/lib/corpora/formats/model'

/** Where the records are. */
export const optionsSchema = recordShapeSchema
export type Options = z.infer<typeof optionsSchema>

/** Mentions, each a list of its fragments with their starts; what else stands with them has its roles as keys. */
export const mentionsSchema = z
  .looseObject({
    text: z.array(z.array(z.string()).min(1)),
    start: z.array(z.array(z.int().nonnegative())),
    entity_id: z.unknown().optional(),
    value: z.union([z.string(), z.number(), z.boolean()]).nullish(),
  })
  .refine(({ text, start }) => text.every((parts, i) => parts.length === start[i]?.length), {
    error: '“text” and “start” differ in length',
  })
  .transform(({ text, start, value, entity_id: _ids, ...roles }) => ({
    mentions: text.map((parts, i) => parts.map((words, j) => ({ words, start: start[i]![j]! }))),
    value,
    roles,
  }))
export type Mentions = z.infer<typeof mentionsSchema>
export type Fragments = Mentions['mentions'][number]

/** An event: its type, its trigger, and under each role its arguments. */
export const eventSchema = z
  .looseObject({ event_type: z.string().trim().min(1).max(200), Trigger: mentionsSchema.nullish() })
  .transform(({ event_type: type, Trigger, event_id: _id, ...roles }) => ({
    type,
    trigger: Trigger?.mentions.flat() ?? [],
    roles,
  }))
export type GivenEvent = z.infer<typeof eventSchema>

export const recordSchema = z.object({
  context: z.string(),
  annotations: z.array(z.object({ events: z.array(eventSchema) })),
})

/** What has a place in the gold. */
export const used: ReadonlySet<string> = new Set(['context', 'annotations', '__proto__'])
