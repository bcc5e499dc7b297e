import { z } from 'zod'
import { phraseLanguageSchema, taskFormSchema } from '@/lib/tasks/model'

/** What to compose. Defaults follow the paper: 55 % basic, 45 % compound (Hum, AAAI 2025). */
export const recipeSchema = z.object({
  name: z.string().trim().min(1).max(120).default('Hum 55/45'),
  corpora: z.array(z.uuid()).min(1).max(50),
  /** Share of compound instructions among all, 0 to 1; a record without any guideline in the release stays basic. */
  compoundShare: z.number().min(0).max(1).default(0.45),
  /** How many instructions each instance gives. */
  copies: z.number().int().min(1).max(20).default(1),
  /** Labels asked for in one instruction (IEPile's split_num; 6 for NER). */
  splitNum: z.number().int().min(1).max(50).default(6),
  /** Share of instructions whose answer may be empty that are kept, 0 to 1. */
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

/** Why a record was not made; a person can look at the counts. */
export const refusalReasons = ['round-trip', 'grounding', 'empty-capped', 'no-labels', 'schema'] as const
export const refusalReasonSchema = z.enum(refusalReasons)
export type RefusalReason = z.infer<typeof refusalReasonSchema>

export const runStates = ['queued', 'running', 'done', 'failed', 'cancelled'] as const
export const runStateSchema = z.enum(runStates)
