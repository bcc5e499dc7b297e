import { z } from 'zod'
import { artifactKindSchema, bothLanguagesSchema } from '@/lib/artifacts/model'
import { defineEndpoint, idSchema, pageOf, pageQuerySchema, projectParams } from '@/lib/platform/schema'
import { goldStateSchema, goldVerdictSchema, warmUpStateSchema } from '@/lib/reviews/gold/model'
import { reasonCodeSchema } from '@/lib/reviews/model'

const noteSchema = z.string().trim().max(2000)

export const goldQuestionSchema = z.object({
  id: idSchema,
  versionId: idSchema,
  artifactId: idSchema,
  kind: artifactKindSchema,
  title: bothLanguagesSchema,
  versionNumber: z.number(),
  corpus: z.string().nullable(),
  verdict: goldVerdictSchema,
  reasonCode: reasonCodeSchema.nullable(),
  /** Why, for whoever warms up. */
  note: z.string(),
  state: goldStateSchema,
  markedBy: z.string(),
  createdAt: z.iso.datetime(),
  /** People, by the first answer of each that stands. */
  answered: z.number(),
  right: z.number(),
})
export type GoldQuestionView = z.infer<typeof goldQuestionSchema>

export const listGoldQuestionsEndpoint = defineEndpoint({
  method: 'GET',
  path: '/api/projects/{project}/gold',
  summary: 'Gold questions, newest first: how many people answered each, and how many as expected',
  access: 'project:lead',
  params: projectParams,
  query: pageQuerySchema.extend({ kind: artifactKindSchema.optional() }),
  response: pageOf(goldQuestionSchema),
})

export const markGoldEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/projects/{project}/gold',
  summary:
    'Make a settled draft a gold question: what its decisions made of it is what people ought to come to',
  access: 'project:lead',
  params: projectParams,
  body: z.object({ versionId: idSchema, note: noteSchema.default('') }),
  response: z.object({ id: idSchema }),
})

const goldParams = projectParams.extend({ gold: idSchema })

export const changeGoldEndpoint = defineEndpoint({
  method: 'PATCH',
  path: '/api/projects/{project}/gold/{gold}',
  summary: 'Change the note that explains a gold question',
  access: 'project:lead',
  params: goldParams,
  body: z.object({ note: noteSchema }),
  response: z.object({ id: idSchema }),
})

export const removeGoldEndpoint = defineEndpoint({
  method: 'DELETE',
  path: '/api/projects/{project}/gold/{gold}',
  summary: 'Ask a gold question no more. Its answers stay and count no more',
  access: 'project:lead',
  params: goldParams,
})

export const versionGoldSchema = z.object({
  /** The gold question that the version is. */
  id: idSchema.nullable(),
  note: z.string(),
  /** What it would be expected to get; null: its decisions leave that open. */
  verdict: goldVerdictSchema.nullable(),
})
export type VersionGold = z.infer<typeof versionGoldSchema>

export const readVersionGoldEndpoint = defineEndpoint({
  method: 'GET',
  path: '/api/projects/{project}/versions/{version}/gold',
  summary: 'Is a version a gold question, or could it be one?',
  access: 'project:lead',
  params: projectParams.extend({ version: idSchema }),
  response: versionGoldSchema,
})

export const goldPersonSchema = z.object({
  person: z.string(),
  name: z.string(),
  answered: z.number(),
  right: z.number(),
  /** With the exact binomial interval at 95 %; null where nothing was answered. */
  share: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  lastAt: z.iso.datetime(),
})
export type GoldPerson = z.infer<typeof goldPersonSchema>

const warmUpShape = {
  kind: artifactKindSchema,
  state: warmUpStateSchema,
  asked: z.number(),
  /** How many of them right. */
  bar: z.number(),
  answered: z.number(),
  right: z.number(),
}

/** A warm-up as who is in it sees it. */
export const warmUpSchema = z.object({
  ...warmUpShape,
  /** How many gold questions the set lacks: nobody can end it before leads have marked more. */
  missing: z.number(),
})
export type WarmUpView = z.infer<typeof warmUpSchema>

export const warmUpOfSchema = z.object({
  ...warmUpShape,
  person: z.string(),
  name: z.string(),
  round: z.number(),
  startedAt: z.iso.datetime(),
  endedAt: z.iso.datetime().nullable(),
  endedBy: z.string().nullable(),
})
export type WarmUpOf = z.infer<typeof warmUpOfSchema>

export const readGoldPeopleEndpoint = defineEndpoint({
  method: 'GET',
  path: '/api/projects/{project}/gold/people',
  summary: 'How often people answered gold questions as expected, and who is warming up, passed or failed',
  access: 'project:lead',
  params: projectParams,
  query: z.object({ kind: artifactKindSchema.optional() }),
  response: z.object({ people: z.array(goldPersonSchema), warmUps: z.array(warmUpOfSchema) }),
})

export const endWarmUpEndpoint = defineEndpoint({
  method: 'PUT',
  path: '/api/projects/{project}/gold/warm-ups/{kind}/{user}',
  summary: 'Wave somebody through their warm-up, or let them repeat it',
  access: 'project:lead',
  params: projectParams.extend({ kind: artifactKindSchema, user: z.string().min(1).max(80) }),
  body: z.object({ how: z.enum(['wave', 'repeat']) }),
})

/** What somebody who warms up is told of their answer. */
export const feedbackSchema = z.object({
  isRight: z.boolean(),
  expected: z.object({
    verdict: goldVerdictSchema,
    reasonCode: reasonCodeSchema.nullable(),
    /** The text that an edit ought to come to, read by the kind. */
    content: z.record(z.string(), z.unknown()).nullable(),
  }),
  note: z.string(),
  warmUp: warmUpSchema,
})
export type Feedback = z.infer<typeof feedbackSchema>
