import { z } from 'zod'
import { problemKindSchema } from '@/lib/corpora/survey/model'
import { defineEndpoint, idSchema, pageOf, pageQuerySchema, projectParams } from '@/lib/platform/schema'
import { turnSchema } from '@/lib/tasks/general/gold'
import { answerSchema, offsetsSchema } from '@/lib/tasks/model'
import { extentShape } from '@/lib/tasks/ner/gold'

const corpusParams = projectParams.extend({ corpus: idSchema })

/** A place that the gold marks, with what it is: an entity type, an event type, a role. '' where the source says nothing. */
export const markSchema = z.object({
  ...extentShape,
  label: z.string(),
  /** Set where Gloss names the mark and not the corpus: screens say it in their language. */
  part: z.enum(['answer', 'predicate', 'argument']).optional(),
})

export const instanceSchema = z.object({
  id: idSchema,
  ordinal: z.number(),
  line: z.number(),
  text: z.string(),
  /** What is asked about the text, where the task form asks, and what there is to choose from. */
  question: z.string().nullable(),
  options: z.array(z.string()),
  /** What the gold marks in the text. */
  spans: z.array(markSchema),
  /** What the gold says beside that: relations, events, classes, answers. Empty where the spans say all. */
  answer: answerSchema,
  /** A conversation, where the text is only its first turn of the user; else none. */
  turns: z.array(turnSchema),
})
export type Mark = z.infer<typeof markSchema>
export type InstanceView = z.infer<typeof instanceSchema>

/** Everything given must apply. Classes of length and of items are named by the number at which they begin. */
export const listInstancesQuery = pageQuerySchema.extend({
  q: z.string().max(500).optional(),
  label: z.string().max(200).optional(),
  otherLabel: z.string().max(200).optional(),
  problem: problemKindSchema.optional(),
  length: z.coerce.number().int().nonnegative().optional(),
  items: z.coerce.number().int().nonnegative().optional(),
  language: z.string().max(35).optional(),
  /** The instance with this number alone, whatever else is asked for. */
  ordinal: z.coerce.number().int().positive().max(999_999_999).optional(),
})

/** Where the words that were searched for stand: in the text, in the question about it, in each turn. */
const hitsSchema = z.object({
  hits: z.array(offsetsSchema),
  questionHits: z.array(offsetsSchema),
  turnHits: z.array(z.array(offsetsSchema)),
})
export type InstanceHits = z.infer<typeof hitsSchema>

export const foundInstanceSchema = instanceSchema.extend(hitsSchema.shape)
export type FoundInstance = z.infer<typeof foundInstanceSchema>

export const listInstancesEndpoint = defineEndpoint({
  method: 'GET',
  path: '/api/projects/{project}/corpora/{corpus}/instances',
  summary:
    'Instances in file order: all, or those with all that is asked for (words or “phrases” of the text, labels, a problem, a class of length or items, a language)',
  access: 'project:annotator',
  params: corpusParams,
  query: listInstancesQuery,
  /** `indexing`: the corpus has not been surveyed, so nothing can be found in it yet. */
  response: pageOf(foundInstanceSchema).extend({ indexing: z.boolean() }),
})

export const readInstancesEndpoint = defineEndpoint({
  method: 'GET',
  path: '/api/projects/{project}/corpora/{corpus}/instances/by-ordinal',
  summary: 'The instances with these ordinals (at most 200), in that order: what evidence refers to',
  access: 'project:annotator',
  params: corpusParams,
  query: z.object({
    ordinals: z
      .string()
      .regex(/^\d{1,9}(,\d{1,9}){0,199}$/, 'numbers with commas between, at most 200')
      .transform((list) => list.split(',').map(Number)),
  }),
  response: z.object({ items: z.array(instanceSchema) }),
})
