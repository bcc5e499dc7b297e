import { z } from 'zod'
import { labelCountSchema, MAX_LABEL_LENGTH } from '@/lib/corpora/model'
import { type ProblemKind, problemKindSchema } from '@/lib/corpora/survey/model'
import { labelPartSchema } from '@/lib/tasks/model'

const labelNameSchema = z.string().trim().min(1).max(MAX_LABEL_LENGTH)
const problemChoice = { problem: problemKindSchema, group: z.string().max(400).optional() }

/** What can be done to many instances at once. Without a group, all groups of the problem are meant. */
export const fixSchema = z.discriminatedUnion('kind', [
  /** One label that gets another name, or several that become one. */
  z.object({
    kind: z.literal('relabel'),
    from: z.array(z.string()).min(1).max(5_000),
    to: labelNameSchema,
    part: labelPartSchema.default('label'),
  }),
  z.object({
    kind: z.literal('drop-label'),
    from: z.array(z.string()).min(1).max(5_000),
    part: labelPartSchema.default('label'),
  }),
  z.object({ kind: z.literal('drop-instances'), ...problemChoice, keep: z.enum(['first', 'none']) }),
  /** Seen and left as it is: no survey finds it again. */
  z.object({ kind: z.literal('keep'), ...problemChoice }),
])
export type Fix = z.infer<typeof fixSchema>

/** A fix as it is written down: one that people ask for, or the undoing of another. */
export const writtenFixSchema = z.union([
  fixSchema,
  z.object({ kind: z.literal('undo'), number: z.number() }),
])
export type WrittenFix = z.infer<typeof writtenFixSchema>

export const fixStates = ['open', 'done', 'failed', 'cancelled'] as const
export const fixStateSchema = z.enum(fixStates)

/** What a fix did, or would do: instances changed, taken out or left as they are; labelled things renamed or taken away. */
export const fixCountsSchema = z.object({
  changed: z.number().default(0),
  dropped: z.number().default(0),
  kept: z.number().default(0),
  renamedItems: z.number().default(0),
  droppedItems: z.number().default(0),
})
export type FixCounts = z.infer<typeof fixCountsSchema>

/** The counts of a corpus that a fix changes. */
export const corpusCountsSchema = z.object({
  instanceCount: z.number(),
  itemCount: z.number(),
  labels: z.array(labelCountSchema),
})
export type CorpusCounts = z.infer<typeof corpusCountsSchema>

/** The new name of a label under a fix of labels; null takes away what carries it. */
export function relabelOf(
  fix: Extract<Fix, { kind: 'relabel' | 'drop-label' }>,
): (label: string) => string | null {
  const from = new Set(fix.from)
  const to = fix.kind === 'relabel' ? fix.to : null
  return (label) => (from.has(label) ? to : label)
}

type Row = { number: number; state: string; fix: WrittenFix }

/** The fix that can be undone: the newest that was done and not undone. Older ones rest under it. */
export function undoable<Fixed extends Row>(fixes: readonly Fixed[]): Fixed | null {
  const done = fixes.filter(({ state }) => state === 'done')
  const undone = new Set(done.flatMap(({ fix }) => (fix.kind === 'undo' ? [fix.number] : [])))
  const standing = done.filter(({ fix, number }) => fix.kind !== 'undo' && !undone.has(number))
  return standing.reduce<Fixed | null>(
    (newest, one) => (newest && newest.number > one.number ? newest : one),
    null,
  )
}

/** Problems that only a survey of the whole corpus finds; an import cannot do anything about them. */
export const surveyedProblems: readonly ProblemKind[] = ['near-duplicate']

const plannedFixSchema = fixSchema.refine(
  (fix) => !('problem' in fix && surveyedProblems.includes(fix.problem)),
  'near-duplicate is found by a survey, after the import: fix it then',
)

/**
 * What is settled before a corpus is shown for the first time: fixes in their order, each of what those before it left, and the
 * labels that it should have.
 */
export const importPlanSchema = z.object({
  fixes: z.array(plannedFixSchema).max(500).default([]),
  known: z.array(labelNameSchema).max(5_000).optional(),
})
export type ImportPlan = z.infer<typeof importPlanSchema>
