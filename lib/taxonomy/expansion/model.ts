import { z } from 'zod'
import { askedOf } from '@/lib/artifacts/drafting/model'
import type { NodeName } from '@/lib/artifacts/kinds/node/content'
import { phraseLanguageSchema } from '@/lib/tasks/model'

/** What models can be asked of the tree: the subjects of disciplines, the syllabi of subjects. */
export const expansionSteps = ['subjects', 'syllabi'] as const
export const expansionStepSchema = z.enum(expansionSteps)
export type ExpansionStep = z.infer<typeof expansionStepSchema>

/** The level of the nodes that a step asks about. */
export const levelOfStep = { subjects: 'discipline', syllabi: 'subject' } as const

/**
 * Why a node has something to be asked: nobody asked of it, fewer runs than are wanted, its content or a name above it has changed since,
 * or another model, prompt or choice of words was asked.
 */
export const openReasons = ['new', 'more', 'changed', 'other'] as const
export const openReasonSchema = z.enum(openReasons)
export type OpenReason = z.infer<typeof openReasonSchema>

/** What a job about no node in particular is about. */
export const WHOLE_TREE = 'taxonomy'

export const MOST_RUNS = 20
const MOST_NODES = 500

export const expansionOrderSchema = z.object({
  step: expansionStepSchema,
  /** These nodes and what hangs below them; none: the whole tree. */
  nodes: z.array(z.uuid()).max(MOST_NODES).default([]),
  language: phraseLanguageSchema.default('en'),
  /** How often each discipline is asked for its subjects; a syllabus is asked for once. */
  runs: z.number().int().min(1).max(MOST_RUNS).default(10),
  /** About how many subjects one run should name. */
  wanted: z.number().int().min(1).max(100).default(30),
  /** What has an answer already and is asked again all the same. */
  also: z.array(z.enum(['changed', 'other'])).default(['changed']),
})
export type ExpansionOrder = z.infer<typeof expansionOrderSchema>

export const expansionAsked = { ...askedOf, order: expansionOrderSchema }

/** What the tree says of a node, as far as a model is told it. */
export type ExpandedNode = {
  id: string
  key: string
  parentId: string
  name: NodeName
  note: string
  /** Of a subject that a model described. */
  level: string
  subtopics: string[]
  /** The names above it, from the field down. */
  above: NodeName[]
}

/** By whom and how a step is asked: with the content of a node and the number of the run, all that tells one run from another. */
export type AskedHow = {
  step: ExpansionStep
  prompt: string
  model: string
  parameters: object
  language: string
  wanted: number | null
}

export type KnownRun = { key: string; basis: string }
