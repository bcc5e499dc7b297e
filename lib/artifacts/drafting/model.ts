import { z } from 'zod'

/** Who drafts: the corpus miner, which needs no model, or the models of a connection. */
export const drafterChoiceSchema = z.union([z.literal('miner'), z.object({ connectionId: z.uuid() })])
export type DrafterChoice = z.infer<typeof drafterChoiceSchema>

/** What every order of drafts says of who drafts and how. */
export const draftedBy = {
  by: drafterChoiceSchema.default('miner'),
  /** Through the service's batch files: cheaper, and done when the service gets to it. The miner has none. */
  isBatch: z.boolean().default(false),
}

/** So many orders of a kind a worker follows at once: one by batch files waits for its service, a day perhaps, and holds up no other. */
export const BATCHES_AT_ONCE = 8

/** The same where only models can do the work. */
export const askedOf = { connectionId: z.uuid(), isBatch: z.boolean().default(false) }

/** Every end of a question to a model that is no answer; a person can see each and ask again. */
export const unansweredOutcomes = [
  'truncated',
  'refused',
  'empty',
  'malformed',
  'failed',
  'over-budget',
  'cancelled',
] as const
export const unansweredOutcomeSchema = z.enum(unansweredOutcomes)
export type UnansweredOutcome = z.infer<typeof unansweredOutcomeSchema>

/** Something that was asked for and did not become a draft: no answer came, or what came does not hold. */
export const missedDraftSchema = z.object({
  /** What it is about: a label, a carrier, the number of an instance. */
  key: z.string(),
  outcome: z.union([unansweredOutcomeSchema, z.literal('faulty')]),
  why: z.string(),
  callIds: z.array(z.uuid()),
})
export type MissedDraft = z.infer<typeof missedDraftSchema>

/** So many of what was missed are named in the result of a job; the calls themselves are all kept. */
export const NAMED_MISSES = 200

/** What questions to models have come to: in the job's result, and for an estimate. Costs are in millionths of the currency. */
export const askedTallySchema = z.object({
  calls: z.number(),
  fromStore: z.number(),
  paid: z.number(),
  tokens: z.object({ prompt: z.number(), completion: z.number() }),
  cost: z.number(),
  byOutcome: z.record(z.string(), z.number()),
})
export type AskedTally = z.infer<typeof askedTallySchema>

/** What a job that drafts by models has done. A drafter without a model has no `asked` and misses nothing. */
export const draftingResultSchema = z.object({
  drafted: z.number(),
  unchanged: z.number(),
  left: z.number(),
  failed: z.number().default(0),
  asked: askedTallySchema.optional(),
  /** Over which connection, so that what was missed can be asked of it again. */
  connectionId: z.uuid().optional(),
  missed: z.array(missedDraftSchema).default([]),
})
export type DraftingResult = z.infer<typeof draftingResultSchema>

/** What an order of drafts would come to. */
export const estimateSchema = z.object({
  /** Things to draft, the questions for them, and how many of these the store answers. */
  drafts: z.number(),
  calls: z.number(),
  fromStore: z.number(),
  promptTokens: z.number(),
  completionTokens: z.number(),
  /** Are the lengths of answers told from earlier calls of the same prompts, or from what they may have at most? */
  measured: z.boolean(),
  /** In millionths of the budget's currency: what to expect, and the most it can be. */
  cost: z.number(),
  mostCost: z.number(),
  currency: z.string(),
  /** Does the price list of the connection have the model? Without a price nothing is counted. */
  priced: z.boolean(),
  /** Null without calls to tell the pace from. */
  seconds: z.number().nullable(),
  model: z.string(),
})
export type DraftsEstimate = z.infer<typeof estimateSchema>
