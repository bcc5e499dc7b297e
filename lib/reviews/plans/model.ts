import { z } from 'zod'
import { type ArtifactKind, defaultOverlap } from '@/lib/artifacts/model'
import { roles } from '@/lib/projects/model'

/** In which order the drafts of a kind come to people: `by-label`, one label after the other. */
export const strategies = ['oldest', 'least-sure', 'most-touched', 'by-label'] as const
export const strategySchema = z.enum(strategies)
export type Strategy = z.infer<typeof strategySchema>

export const MOST_OVERLAP = 9
export const overlapSchema = z.number().int().min(1).max(MOST_OVERLAP)

const ofRole = z.enum(roles.map((role) => `role:${role}` as const))
/** Somebody by id, or everybody who has a role. */
export const assigneeSchema = z.union([ofRole, z.string().min(1).max(80)])
export const assigneesSchema = z.array(assigneeSchema).max(50)

/** In a filter: drafts that are nobody's, so everybody's. */
export const NOBODY = 'nobody'

/** How the drafts of one kind are reviewed. */
export const reviewPlanSchema = z.object({
  overlap: overlapSchema,
  strategy: strategySchema,
  /** Nobody named: everybody. */
  assignedTo: assigneesSchema,
  /** Does nobody see what others decided before they have decided themselves? */
  blind: z.boolean(),
  /** May people decide what they wrote themselves? */
  ownDrafts: z.boolean(),
  /** One of so many things at a desk is a gold question; 0: none. */
  goldEvery: z.union([z.literal(0), z.number().int().min(2).max(1000)]),
  /** So many gold questions come before a newcomer's first decision, and so many of them have to be right; 0: none. */
  warmUpCount: z.number().int().min(0).max(50),
  warmUpBar: z.number().int().min(0).max(50),
})
export type ReviewPlan = z.infer<typeof reviewPlanSchema>

export const defaultPlan = (kind: ArtifactKind): ReviewPlan => ({
  overlap: defaultOverlap[kind],
  strategy: 'oldest',
  assignedTo: [],
  blind: true,
  ownDrafts: false,
  ...{ goldEvery: 0, warmUpCount: 0, warmUpBar: 0 },
})

/** The order does not matter, and nobody is named twice; so alike assignments are equal. */
export function assignees(names: readonly string[]): string[] {
  return [...new Set(names)].sort()
}
