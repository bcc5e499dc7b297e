import { z } from 'zod'

/** The index of a corpus is written, and searched, in stretches of so many instances. */
export const STRETCH = 65_536

export const surveyPhases = ['reading', 'searchable', 'ready'] as const
export const surveyPhaseSchema = z.enum(surveyPhases)

/** What a survey can doubt about instances. */
export const problemKinds = [
  'exact-duplicate',
  'conflicting-duplicate',
  'near-duplicate',
  'poor-text',
  'flagged-answer',
  'unknown-label',
  'label-variant',
  'other-script',
  'loose-edge',
  'cut-word',
] as const
export const problemKindSchema = z.enum(problemKinds)
export type ProblemKind = z.infer<typeof problemKindSchema>

/** Where classes of text length begin, in code points: each about half as long again as the one before. */
export const lengthSteps = [
  0, 10, 20, 30, 50, 70, 100, 150, 200, 300, 500, 700, 1_000, 1_500, 2_000, 3_000, 5_000, 7_000, 10_000,
  20_000, 50_000, 100_000, 1_000_000,
] as const
/** Where classes of items in an instance begin. */
export const itemSteps = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 30, 50, 100, 200, 500, 1_000] as const

/** The class that a number belongs to: the step at which it begins. */
export function stepOf(steps: readonly number[], value: number): number {
  let step = steps[0]!
  for (const one of steps) if (one <= value) step = one
  return step
}

/** The last number of a class; null for the last class, which has no end. */
export function lastOfStep(steps: readonly number[], from: number): number | null {
  const next = steps[steps.indexOf(from) + 1]
  return next === undefined ? null : next - 1
}

/** Labels whose company is counted: the ones that occur most. */
export const PAIRED_LABELS = 40
/** A language that could not be told: too short, or none at all. */
export const UNKNOWN_LANGUAGE = 'und'

const classSchema = z.object({ from: z.number(), instances: z.number() })

export const surveyContentSchema = z.object({
  instances: z.number(),
  items: z.number(),
  /** In code points. */
  characters: z.number(),
  lengths: z.array(classSchema),
  density: z.array(classSchema),
  /** Row and column i belong to label i; in the diagonal stand the instances that have the label. */
  pairs: z.object({ labels: z.array(z.string()), counts: z.array(z.array(z.number())) }),
  languages: z.array(z.object({ language: z.string(), instances: z.number() })),
  problems: z.array(z.object({ kind: problemKindSchema, instances: z.number(), groups: z.number() })),
})
export type SurveyContent = z.infer<typeof surveyContentSchema>

/** Everything by which instances can be asked for has its terms in the index, told apart by their first letter. */
export const termOf = {
  word: (word: string) => `w${word}`,
  label: (label: string) => `l${label}`,
  length: (from: number) => `n${from}`,
  items: (from: number) => `d${from}`,
  language: (language: string) => `g${language}`,
  problem: (kind: string) => `p${kind}`,
}
