import { z } from 'zod'
import { callOutcomeSchema, callStateSchema, callTurnSchema, microsSchema } from '@/lib/calls/model'
import { connectionRoleSchema } from '@/lib/connections/model'
import { defineEndpoint, idSchema, pageOf, pageQuerySchema, projectParams } from '@/lib/platform/schema'

/** A call as lists show it, without what was asked and said. Money is in micros. */
export const callSchema = z.object({
  id: idSchema,
  connectionId: idSchema.nullable(),
  connectionName: z.string(),
  jobId: idSchema.nullable(),
  batchId: idSchema.nullable(),
  prompt: z.string(),
  version: z.number(),
  turn: callTurnSchema,
  role: connectionRoleSchema,
  model: z.string(),
  servedModel: z.string().nullable(),
  about: z.object({ kind: z.string(), corpusId: idSchema.nullable(), key: z.string() }),
  candidate: z.number(),
  state: callStateSchema,
  outcome: callOutcomeSchema.nullable(),
  /** Why there is no answer, where the outcome is `failed`: `timeout`, `unauthorised` and so on. */
  failure: z.string().nullable(),
  message: z.string(),
  attempts: z.number(),
  latencyMs: z.number().nullable(),
  tokens: z.object({ prompt: z.number(), completion: z.number() }).nullable(),
  /** Has the model a price? */
  priced: z.boolean(),
  /** Held while it is under way. */
  reserved: microsSchema,
  cost: microsSchema,
  /** The part of the cost that no service has told: it may have been paid, so it counts. */
  presumed: microsSchema,
  startedAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().nullable(),
})
export type CallView = z.infer<typeof callSchema>

export const messageSchema = z.object({ role: z.enum(['system', 'user', 'assistant']), content: z.string() })

/** One call whole. */
export const callDetailSchema = callSchema.extend({
  wordsHash: z.string(),
  inputHash: z.string(),
  requestHash: z.string(),
  parameters: z.record(z.string(), z.unknown()),
  finishReason: z.string().nullable(),
  /** The call of the turn before. */
  beforeId: idSchema.nullable(),
  replayOfId: idSchema.nullable(),
  /** The call that this one was sent again for. */
  insteadOfId: idSchema.nullable(),
  copiedFromId: idSchema.nullable(),
  input: z.unknown(),
  messages: z.array(messageSchema),
  raw: z.string(),
  value: z.unknown(),
  /** What it said is kept back, as its draft is compared blind with another. */
  blind: z.boolean(),
  /** Calls of the same question: the turns before and after, and replays. */
  turns: z.array(callSchema),
  replays: z.array(callSchema.extend({ raw: z.string() })),
  decisions: z.array(z.object({ id: idSchema, versionId: idSchema, verdict: z.string() })),
  /** The drafted versions that came of it. */
  versions: z.array(
    z.object({ id: idSchema, artifactId: idSchema, kind: z.string(), key: z.string(), number: z.number() }),
  ),
})
export type CallDetail = z.infer<typeof callDetailSchema>

export const callFilters = z.object({
  prompt: z.string().max(120).optional(),
  model: z.string().max(200).optional(),
  /** What came of it, or `reserved` and `lost` for calls without an outcome. */
  outcome: z.enum([...callOutcomeSchema.options, 'reserved', 'lost']).optional(),
  job: idSchema.optional(),
  /** What the call is about: the key, as the call shows it. */
  about: z.string().max(500).optional(),
  /** Words in what was asked, what it is about, and what was said. */
  q: z.string().trim().max(200).optional(),
})
export type CallFilters = z.infer<typeof callFilters>

const callParams = projectParams.extend({ call: idSchema })

export const listCallsEndpoint = defineEndpoint({
  method: 'GET',
  path: '/api/projects/{project}/calls',
  summary: 'What models were asked, newest first, without the texts',
  access: 'project:lead',
  params: projectParams,
  query: pageQuerySchema.extend(callFilters.shape),
  response: pageOf(callSchema),
})

export const readCallEndpoint = defineEndpoint({
  method: 'GET',
  path: '/api/projects/{project}/calls/{call}',
  summary: 'One call whole: what was asked and said, what it cost, what came of it',
  access: 'project:lead',
  params: callParams,
  response: callDetailSchema,
})

export const replayCallEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/projects/{project}/calls/{call}/replay',
  summary:
    'Ask another model, or another connection, the same. The answer stands beside this one; nothing is drafted from it',
  access: 'project:lead',
  params: callParams,
  body: z.object({ connectionId: idSchema, model: z.string().trim().min(1).max(200) }),
  response: z.object({ jobId: idSchema }),
})

export const sendAgainEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/projects/{project}/calls/{call}/again',
  summary: 'Ask the same once more. Whoever asks it after that is given the newer answer',
  access: 'project:lead',
  params: callParams,
  response: z.object({ jobId: idSchema }),
})

export const budgetSchema = z.object({
  currency: z.string(),
  /** `null`: no limit. */
  totalLimit: microsSchema.nullable(),
  /** For one day, by UTC. */
  dayLimit: microsSchema.nullable(),
  spent: microsSchema,
  /** Held for calls that are under way. */
  reserved: microsSchema,
  today: z.object({ day: z.iso.date(), spent: microsSchema, reserved: microsSchema }),
  /** May other projects of this server be answered from what this one has paid for? */
  shareAnswers: z.boolean(),
})
export type BudgetView = z.infer<typeof budgetSchema>

export const budgetChanges = z.object({
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, 'three capital letters, such as USD')
    .optional(),
  totalLimit: microsSchema.nullable().optional(),
  dayLimit: microsSchema.nullable().optional(),
  shareAnswers: z.boolean().optional(),
})
export type BudgetChanges = z.infer<typeof budgetChanges>

export const readBudgetEndpoint = defineEndpoint({
  method: 'GET',
  path: '/api/projects/{project}/budget',
  summary:
    'What the project may spend on models, and what of it is gone. Money is in millionths of the currency',
  access: 'project:lead',
  params: projectParams,
  response: budgetSchema,
})

export const changeBudgetEndpoint = defineEndpoint({
  method: 'PATCH',
  path: '/api/projects/{project}/budget',
  summary: 'Set the limits; calls over a limit are not sent',
  access: 'project:lead',
  params: projectParams,
  body: budgetChanges,
  response: budgetSchema,
})

const spentSchema = z.object({
  calls: z.number(),
  tokens: z.object({ prompt: z.number(), completion: z.number() }),
  cost: microsSchema,
  presumed: microsSchema,
})

export const spendSchema = z.object({
  currency: z.string(),
  total: spentSchema,
  days: z.array(spentSchema.extend({ day: z.iso.date() })),
  prompts: z.array(spentSchema.extend({ prompt: z.string(), version: z.number() })),
  models: z.array(spentSchema.extend({ connectionName: z.string(), model: z.string() })),
})
export type SpendView = z.infer<typeof spendSchema>

export const readSpendEndpoint = defineEndpoint({
  method: 'GET',
  path: '/api/projects/{project}/spend',
  summary: 'What was spent on models by day, by prompt and by model. Money is in millionths of the currency',
  access: 'project:lead',
  params: projectParams,
  query: z.object({ days: z.coerce.number().int().min(1).max(366).default(30) }),
  response: spendSchema,
})
