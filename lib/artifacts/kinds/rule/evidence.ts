import { z } from 'zod'
import { answerItemSchema, offsetsSchema, taskFormSchema } from '@/lib/tasks/model'

/** So many instances a rule is shown on: a random sample, and the hardest. */
export const SAMPLED = 20
/** So many instances are named that have what the rule talks about and stay as they are. */
export const UNCHANGED = 20

/** An item of an answer; its place in code points where it is a piece of the text. */
const placedItemSchema = z.object({ item: answerItemSchema, place: z.array(offsetsSchema).nullable() })

/** What the rule changes under one label: the items that go, and those that come. Where it only reorders, all of them. */
export const changeSchema = z.object({
  label: z.string(),
  before: z.array(placedItemSchema),
  after: z.array(placedItemSchema),
})

/** Why an application is hard to judge: many changes, mentions in each other, a label that is rare, items that go or merge. */
export const hardReasons = ['many', 'nested', 'rare', 'lost'] as const
const applicationSchema = z.object({
  ordinal: z.number().int().positive(),
  changes: z.array(changeSchema),
  why: z.array(z.enum(hardReasons)).default([]),
})
export type RuleApplication = z.infer<typeof applicationSchema>

const figuresSchema = z.object({
  /** Of the corpus: instances, and items of their answers. */
  instances: z.number(),
  answers: z.number(),
  /** Instances that have what the rule talks about, those of them whose answer it changes, and how many items it changes there. */
  concerned: z.number(),
  touched: z.number(),
  changed: z.number(),
})
export type RuleFigures = z.infer<typeof figuresSchema>

/** What the gold shows of a rule: how much it touches, and applications of it by reference. The texts are not copied. */
export const ruleEvidenceSchema = z.object({
  corpus: z.object({ id: z.string(), name: z.string(), instances: z.number() }),
  taskForm: taskFormSchema,
  language: z.string(),
  figures: figuresSchema,
  /** Counts per label, the most changed first. One group's answers stand under its own name. */
  labels: z.array(z.object({ label: z.string(), answers: z.number(), changed: z.number() })),
  /** For rules about two labels: how often the same thing has both, and the same words have one here and the other there. */
  confusion: z
    .object({
      labels: z.array(z.string()).length(2),
      /** Things that have both labels at once. */
      twice: z.number(),
      /** Wordings that have either label in different places, and how many things are worded so. */
      wordings: z.number(),
      mentions: z.number(),
      /** The most confused of them, with how often they have each label, in the order of `labels`. */
      examples: z.array(z.object({ words: z.string(), counts: z.array(z.number()).length(2) })),
    })
    .optional(),
  /** Drawn by this seed: the same sample for the same gold. */
  seed: z.string(),
  sample: z.array(applicationSchema),
  hardest: z.array(applicationSchema),
  /** Ordinals of instances that the rule concerns and leaves as they are. */
  unchanged: z.array(z.number()),
})
export type RuleEvidence = z.infer<typeof ruleEvidenceSchema>

/**
 * What a sample proves: the largest share of wrong applications that is still compatible, at this confidence, with finding so many
 * wrong in a random sample of this size. Exact, by the binomial distribution (Clopper and Pearson, "The use of confidence or fiducial
 * limits illustrated in the case of the binomial", Biometrika 26, 1934), one-sided.
 */
export function boundErrors(of: { wrong: number; sample: number; confidence?: number }): number {
  const { wrong, sample, confidence = 0.95 } = of
  if (sample <= 0 || wrong >= sample) return 1
  let [low, high] = [wrong / sample, 1]
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2
    if (chanceOfAtMost(wrong, { sample, rate: middle }) > 1 - confidence) low = middle
    else high = middle
  }
  return high
}

/** How likely at most so many are wrong in a sample, if this is the rate. Summed in logarithms, so that no sample is too large. */
function chanceOfAtMost(wrong: number, { sample, rate }: { sample: number; rate: number }): number {
  if (rate >= 1) return 0
  let logTerm = sample * Math.log1p(-rate)
  let chance = Math.exp(logTerm)
  for (let k = 1; k <= wrong; k++) {
    logTerm += Math.log((sample - k + 1) / k) + Math.log(rate) - Math.log1p(-rate)
    chance += Math.exp(logTerm)
  }
  return chance
}
