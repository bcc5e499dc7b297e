import { z } from 'zod'

/** What models are asked for: drafts, answers under a rule, questions and their answers, advice on drafts. */
export const connectionRoles = ['drafter', 'annotator', 'questioner', 'answerer', 'judge'] as const
export const connectionRoleSchema = z.enum(connectionRoles)
export type ConnectionRole = z.infer<typeof connectionRoleSchema>

/** How a service is told to answer in JSON: by a schema, only that it be JSON, or by the words of the prompt alone. */
export const jsonModeSchema = z.enum(['schema', 'object', 'words'])
export type JsonMode = z.infer<typeof jsonModeSchema>

/** The model that plays a role, and how it is asked. What is left out is the service's own choice. */
export const roleSettingsSchema = z.object({
  model: z.string().trim().min(1).max(200),
  temperature: z.number().min(0).max(2).optional(),
  topP: z.number().gt(0).max(1).optional(),
  maxTokens: z.number().int().min(1).max(1_000_000).optional(),
  seed: z.number().int().min(0).max(2_147_483_647).optional(),
})
export type RoleSettings = z.infer<typeof roleSettingsSchema>
export const rolesSchema = z.partialRecord(connectionRoleSchema, roleSettingsSchema)

/** In the currency of the project's budget, for a million tokens of a model. */
export const priceSchema = z.object({
  input: z.number().min(0).max(100_000),
  output: z.number().min(0).max(100_000),
})
export const pricesSchema = z.record(z.string().min(1).max(200), priceSchema)

export const limitsSchema = z.object({
  /** Calls at once, at most; fewer while the service answers that it is too many. */
  concurrency: z.number().int().min(1).max(256).default(8),
  requestsPerMinute: z.number().int().min(1).max(1_000_000).nullable().default(null),
  timeoutSeconds: z.number().int().min(1).max(3600).default(120),
  /** How often a call is sent at most when it fails for what may pass. */
  attempts: z.number().int().min(1).max(20).default(5),
  /** What a call in a batch file costs, of a hundred parts of its price: some services give a discount. */
  batchPercent: z.number().int().min(0).max(100).default(100),
})
export type Limits = z.infer<typeof limitsSchema>

/** Where a service is, without what does not belong to an address: a key in it would be shown and logged. */
export const baseUrlSchema = z
  .url({ protocol: /^https?$/ })
  .max(500)
  .regex(/^https?:\/\/[^/@?#]+(\/[^?#]*)?$/i, 'without a name, a password, ? or #')
  .transform((url) => new URL(url).href.replace(/\/+$/, ''))

/** What is tried, in this order; after the first failure the rest is not. */
export const checkKinds = ['reach', 'model', 'answer', 'json'] as const
export const checkSchema = z.object({
  check: z.enum(checkKinds),
  model: z.string().nullable(),
  /** `doubtful`: it works, with something to know. */
  outcome: z.enum(['passed', 'doubtful', 'failed']),
  /** What came of the call where it did not pass: `dns`, `tls`, `unauthorised`, `no-such-model`, `no-json-mode` and so on. */
  why: z.string().nullable(),
  /** What the service said. */
  message: z.string(),
})
export type Check = z.infer<typeof checkSchema>

export const testedSchema = z.object({
  at: z.iso.datetime(),
  passed: z.boolean(),
  checks: z.array(checkSchema),
  /** What the service offers, as far as it tells. */
  models: z.array(z.string()),
})
export type Tested = z.infer<typeof testedSchema>

export type Preset = {
  id: string
  baseUrl: string
  needsKey: boolean
  jsonMode: JsonMode
  concurrency: number
  batchPercent?: number
}

/** The shapes that services come in: where they listen unless told otherwise, and what they can do. */
export const presets: Preset[] = [
  {
    id: 'hosted',
    baseUrl: 'https://api.openai.com/v1',
    needsKey: true,
    jsonMode: 'schema',
    concurrency: 16,
    batchPercent: 50,
  },
  { id: 'vllm', baseUrl: 'http://127.0.0.1:8000/v1', needsKey: false, jsonMode: 'schema', concurrency: 64 },
  { id: 'ollama', baseUrl: 'http://127.0.0.1:11434/v1', needsKey: false, jsonMode: 'schema', concurrency: 2 },
  {
    id: 'llama-cpp',
    baseUrl: 'http://127.0.0.1:8080/v1',
    needsKey: false,
    jsonMode: 'schema',
    concurrency: 4,
  },
]

/** Enough to recognise a key by, and only of one that is long enough to keep the rest a secret. */
export function lastFourOf(key: string): string {
  return key.length >= 16 ? key.slice(-4) : ''
}

/** Whose the sealed key is: it opens for this connection at this address only, so that no other address is ever sent it. */
export function keyOwner(id: string, baseUrl: string): string {
  return `connection ${id} at ${baseUrl}`
}
