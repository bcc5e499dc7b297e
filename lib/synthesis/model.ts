import { z } from 'zod'
import { type PhraseLanguage, phraseLanguageSchema, type TaskForm, taskFormSchema } from '@/lib/tasks/model'
import type { NerGold } from '@/lib/tasks/ner/gold'

/**
 * How the labels of an instruction are drawn; the defaults are IEPile's (Gui et al., ACL 2024). `splitNum`: labels in one
 * instruction, -1 for all. `others`: random labels beside those of the gold and those taken for them. `negativeRate`: twice the
 * chance of a label to be asked of an instance without gold.
 */
export const schemaSamplingSchema = z.object({
  splitNum: z
    .number()
    .int()
    .min(-1)
    .max(50)
    .refine((split) => split !== 0, 'at least 1, or -1 for all')
    .default(6),
  hardNegatives: z.boolean().default(true),
  others: z.number().int().min(0).max(50).default(6),
  negativeRate: z.number().min(0).max(2).default(1),
  order: z.enum(['shuffled', 'sorted']).default('shuffled'),
  bucketing: z.boolean().default(false),
})
export type SchemaSampling = z.infer<typeof schemaSamplingSchema>

/** What to compose. Defaults follow the paper: 55 % basic, 45 % compound (Hum, AAAI 2025). */
/** The task forms whose corpora can be composed. */
export const composableForms: readonly TaskForm[] = ['ner']

export const recipeSchema = z.object({
  name: z.string().trim().min(1).max(120).default('Hum 55/45'),
  corpora: z.array(z.uuid()).min(1).max(50),
  /** Share of compound instructions among all, 0 to 1. They ask only for labels that have a guideline in the release. */
  compoundShare: z.number().min(0).max(1).default(0.45),
  /** How many instructions each instance gives. */
  copies: z.number().int().min(1).max(20).default(1),
  ...schemaSamplingSchema.shape,
  /**
   * Share of instructions that find nothing, 0 to 1. Where fewer instances are without gold, some of the others are asked only
   * for labels that they do not have; where more are, some are left out.
   */
  emptyShare: z.number().min(0).max(1).default(0.2),
  /** Language of the phrases: the corpus's own, or one for all. */
  phrases: z.enum(['corpus', 'en', 'zh']).default('corpus'),
  seed: z.number().int().min(0).max(2_147_483_647).default(42),
})
export type Recipe = z.infer<typeof recipeSchema>

/** One composed record, as a run's file holds it, a line each. */
export const instructionSchema = z.object({
  id: z.string(),
  instruction: z.string(),
  input: z.string(),
  output: z.string(),
  provenance: z.object({
    taskForm: taskFormSchema,
    strategy: z.enum(['basic', 'compound']),
    carrier: z.string(),
    language: phraseLanguageSchema,
    corpusId: z.string(),
    instanceId: z.string(),
    ordinal: z.number(),
    copy: z.number(),
    labels: z.array(z.string()),
    /** Versions whose text is in the instruction, with the approvals behind them. */
    versions: z.array(
      z.object({
        versionId: z.string(),
        contentHash: z.string(),
        decisionId: z.string(),
        decidedBy: z.string(),
      }),
    ),
    releaseId: z.string(),
    recipeHash: z.string(),
  }),
})
export type Instruction = z.infer<typeof instructionSchema>

/**
 * Why a record was not made; a person can look at the counts. `round-trip`: the output does not parse back to the answer.
 * `grounding`: a mention is not what the text has at its offsets. `schema`: the answer is not about the labels asked for.
 * `empty-capped`: left out to keep the share of empty answers. `no-labels`: its corpus has no labels to ask for.
 */
export const refusalReasons = ['round-trip', 'grounding', 'empty-capped', 'no-labels', 'schema'] as const
export const refusalReasonSchema = z.enum(refusalReasons)
export type RefusalReason = z.infer<typeof refusalReasonSchema>

export const runStates = ['queued', 'running', 'done', 'failed', 'cancelled'] as const
export const runStateSchema = z.enum(runStates)

/** An instance as composition reads it. */
export type ComposableInstance = {
  id: string
  corpusId: string
  ordinal: number
  text: string
  gold: NerGold
}

/** A mention from the corpus that a guideline shows, with the sentence around it and both in one line of phrases. */
export type PreparedExample = { text: string; line: Record<PhraseLanguage, string> }

/** An approved guideline with its text written and its examples looked up. */
export type PreparedGuideline = {
  label: string
  definition: string
  includes: string[]
  excludes: string[]
  typical: string[]
  /** All of the above as an instruction shows it. */
  prose: Record<PhraseLanguage, string>
  positives: PreparedExample[]
  negatives: PreparedExample[]
  source: Instruction['provenance']['versions'][number]
}

export type PreparedCorpus = {
  id: string
  language: PhraseLanguage
  labels: string[]
  /** Labels that are easily taken for each other, likeliest first. */
  confusions: Map<string, string[]>
  guidelines: Map<string, PreparedGuideline>
  /** The labels that have a guideline, in the order of `labels`. */
  guided: string[]
}

/** Everything of a release that composition may use: approved guidelines, by the corpus to which they belong. */
export type PreparedRelease = { id: string; corpora: Map<string, PreparedCorpus> }

/** How the share of empty answers is met, record by record: chance to keep one, and to make one. */
export type EmptyPlan = { keep: number; make: number }

/** Instances by what the release can say about them: guided labels are those that have a guideline in it. */
export type Coverage = {
  instances: number
  withoutGold: number
  /** Without gold, in a corpus that has guided labels. */
  emptyGuided: number
  /** With a guided label in the gold. */
  presentGuided: number
  /** With gold, and with a guided label that it lacks. */
  absentGuided: number
}

/**
 * How the share of compound instructions is met: the chance of each record that can be one, and the greatest share that this
 * release can give.
 */
export type CompoundPlan = { chance: number; reachable: number }
export type PreparedRecipe = Recipe & { hash: string; empty: EmptyPlan; compound: CompoundPlan }

/** What came of one instance and copy. */
export type Composed =
  | {
      made: true
      instruction: Instruction
      empty: boolean
      /** Whether a guideline of the release could have been shown for what is asked. */
      guidable: boolean
    }
  | { made: false; reason: RefusalReason }
