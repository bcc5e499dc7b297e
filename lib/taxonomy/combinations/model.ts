import { z } from 'zod'

/** S1: concepts of one session. S2: of two sessions, at least one of each. */
export const combinationStrategies = ['s1', 's2'] as const
export const combinationStrategySchema = z.enum(combinationStrategies)
export type CombinationStrategy = z.infer<typeof combinationStrategySchema>

/** So many concepts a combination has at most, and at least: one of each of its sessions. */
export const MOST_PICKED = 5

/** Within these, the combinations of one syllabus are numbered by whole numbers that JavaScript keeps exactly. */
export const MOST_SESSIONS = 100
export const MOST_CONCEPTS = 50

/** What the planner knows of a syllabus: how many key concepts each of its class sessions has. */
export const syllabusShapeSchema = z
  .array(z.number().int().min(0).max(MOST_CONCEPTS))
  .max(MOST_SESSIONS)
  .readonly()
export type SyllabusShape = z.infer<typeof syllabusShapeSchema>

/** Concepts of one session, by their places in the session, ascending. Places are counted from 0. */
const pickSchema = z.object({
  session: z.number().int().min(0),
  concepts: z.array(z.number().int().min(0)).min(1).max(MOST_PICKED).readonly(),
})
export type SessionPick = z.infer<typeof pickSchema>

/** What one question is asked about. Two sessions stand in the order of the syllabus. */
export const combinationSchema = z.object({
  strategy: combinationStrategySchema,
  picks: z.array(pickSchema).min(1).max(2).readonly(),
})
export type Combination = z.infer<typeof combinationSchema>

/** A combination by its number among those of its strategy: all that has to be kept of it beside the syllabus. */
export const numberedCombinationSchema = z.object({
  strategy: combinationStrategySchema,
  rank: z.number().int().min(0),
})
export type NumberedCombination = z.infer<typeof numberedCombinationSchema>

/** How many of each strategy. */
export type StrategyCounts = Record<CombinationStrategy, number>

/** What is planned by: the same order plans the same, on any machine. */
export const combinationOrderSchema = z.object({
  total: z.number().int().min(0).max(1_000_000_000),
  seed: z.number().int().min(0).max(2_147_483_647),
  /** The share of S1; the rest is S2. */
  shareOfS1: z.number().min(0).max(1).default(0.5),
  /** How often a key concept is used at most, counting what was drawn before. */
  conceptCap: z.number().int().min(1).nullable().default(null),
})
export type CombinationOrder = z.infer<typeof combinationOrderSchema>

/** A subject as the planner sees it. Its key names its walks: subjects of equal shape are walked in different orders. */
export type WalkedSubject = { key: string; shape: SyllabusShape; past?: Past }

/** What was drawn of a syllabus before, all of it. Walks go on from it and give none of it again. */
export type Past = {
  /** Everything before this place of each strategy's walk. */
  from: StrategyCounts
  /** And these numbers, wherever the walks have them: they were drawn by another seed, or past others that a cap kept out. */
  taken: Record<CombinationStrategy, ReadonlySet<number>>
  /** How often each concept was used, by session and place. Only caps ask for it. */
  uses: readonly (readonly number[])[]
}

export const noPast: Past = { from: { s1: 0, s2: 0 }, taken: { s1: new Set(), s2: new Set() }, uses: [] }

export function countPast({ from, taken }: Past): number {
  return from.s1 + from.s2 + taken.s1.size + taken.s2.size
}
