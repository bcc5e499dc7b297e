import { z } from 'zod'
import { recordShapeSchema } from '@/lib/corpora/formats/model'

/** Where the records are. */
export const optionsSchema = recordShapeSchema
export type Options = z.infer<typeof optionsSchema>

const labelSchema = z.string().trim().min(1).max(200)
const offsetSchema = z.int().nonnegative()
const idSchema = z.union([z.string(), z.number()]).transform(String)

/** Words with their place: tokens where the record has any, else characters. */
const mentionSchema = z.object({ text: z.string().optional(), start: offsetSchema, end: offsetSchema })
export type GivenMention = z.infer<typeof mentionSchema>

const entitySchema = mentionSchema.extend({
  id: idSchema.optional(),
  entity_id: idSchema.optional(),
  entity_type: labelSchema.optional(),
  'entity-type': labelSchema.optional(),
  entity_subtype: z.string().nullish(),
  mention_type: z.string().nullish(),
})
export type GivenEntity = z.infer<typeof entitySchema>

/** What fills a role: an entity or an event by its id, or words with their own place. */
const argumentSchema = z.object({
  role: labelSchema,
  entity_id: idSchema.optional(),
  event_id: idSchema.optional(),
  text: z.string().optional(),
  start: offsetSchema.optional(),
  end: offsetSchema.optional(),
})
export type GivenArgument = z.infer<typeof argumentSchema>

const relationSchema = z.object({
  relation_type: labelSchema,
  arguments: z.array(argumentSchema).length(2),
})
export type GivenRelation = z.infer<typeof relationSchema>

const eventSchema = z.object({
  id: idSchema.optional(),
  event_type: labelSchema,
  trigger: mentionSchema,
  arguments: z.array(argumentSchema),
})
export type GivenEvent = z.infer<typeof eventSchema>

/** A sentence or a document with its mentions, as OneIE writes them; `golden-…` is the older way. */
export const mentionsSchema = z
  .object({
    sentence: z.string().optional(),
    text: z.string().optional(),
    tokens: z.array(z.string()).optional(),
    words: z.array(z.string()).optional(),
    entity_mentions: z.array(entitySchema).nullish(),
    'golden-entity-mentions': z.array(entitySchema).nullish(),
    relation_mentions: z.array(relationSchema).nullish(),
    event_mentions: z.array(eventSchema).nullish(),
    'golden-event-mentions': z.array(eventSchema).nullish(),
  })
  .transform((record) => ({
    text: record.sentence ?? record.text,
    tokens: record.tokens ?? record.words,
    entities: record.entity_mentions ?? record['golden-entity-mentions'] ?? null,
    relations: record.relation_mentions ?? null,
    events: record.event_mentions ?? record['golden-event-mentions'] ?? null,
  }))
export type GivenMentions = z.infer<typeof mentionsSchema>

const spanSchema = z.tuple([offsetSchema, offsetSchema, labelSchema]).rest(z.unknown())
const pairSchema = z
  .tuple([offsetSchema, offsetSchema, offsetSchema, offsetSchema, labelSchema])
  .rest(z.unknown())
const triggerSchema = z.union([
  spanSchema.transform(([start, end, type]) => ({ start, end, type })),
  z
    .tuple([offsetSchema, labelSchema])
    .rest(z.unknown())
    .transform(([start, type]) => ({ start, end: start, type })),
])

/** A document in sentences with spans of tokens, as DyGIE++ writes it: counted through the document, the last token included. */
export const sentencesSchema = z.object({
  sentences: z.array(z.array(z.string())),
  ner: z.array(z.array(spanSchema)).nullish(),
  relations: z.array(z.array(pairSchema)).nullish(),
  events: z.array(z.array(z.tuple([triggerSchema]).rest(spanSchema))).nullish(),
})
export type GivenSentences = z.infer<typeof sentencesSchema>

/** What has a place in the gold, or is the text in another shape. */
export const used: ReadonlySet<string> = new Set(
  `sentence text tokens words pieces token_lens entity_mentions golden-entity-mentions relation_mentions event_mentions
   golden-event-mentions sentences ner relations events clusters predicted_ner predicted_relations predicted_events
   predicted_clusters __proto__`.split(/\s+/),
)
