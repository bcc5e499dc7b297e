import { z } from 'zod'
import type { Actor } from '@/lib/platform/model'

/** Roles in a project, weakest first: annotators decide, leads also import, draft, cut and compose, admins also invite. */
export const roles = ['annotator', 'lead', 'admin'] as const
export const roleSchema = z.enum(roles)
export type Role = z.infer<typeof roleSchema>

/** Does `role` allow what needs `needed`? */
export function roleAllows(role: Role, needed: Role): boolean {
  return roles.indexOf(role) >= roles.indexOf(needed)
}

/**
 * An actor who has entered a project with a role. Only `enterProject` makes one, so a verb that takes it has been
 * authorised; a verb that needs more than membership says so with `requireRole`.
 */
export type ProjectActor = Actor & {
  role: Role
  project: { id: string; slug: string; name: string; description: string; createdAt: Date }
}

/** A name of a project in addresses: from its title, Latin letters, digits and hyphens. */
export function slugOf(name: string): string {
  const slug = name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
  return slug || 'project'
}

/** Could this be a project's name in an address? What could not is never looked for. */
export function isSlug(text: string): boolean {
  return text.length <= 80 && /^[a-z0-9-]+$/.test(text)
}

export const nextStepKinds = [
  'import-corpus',
  'draft-guidelines',
  'review-drafts',
  'cut-release',
  'compose-release',
  'audit-run',
  'export-run',
  'all-done',
] as const
export type NextStepKind = (typeof nextStepKinds)[number]

export type LoopFacts = {
  corpora: number
  /** A corpus to learn from that nothing was drafted from yet, and how many labels it has. */
  undrafted: { id: string; labels: number } | null
  waiting: number
  approved: number
  /** Approved, and not in the latest release. */
  unreleased: number
  /** The latest release that nothing was composed from. */
  uncomposed: { number: number } | null
  /** The latest finished run that was never exported. */
  unexported: { number: number; released: boolean } | null
}

/** The first thing in the order of the loop that waits to be done, among what the role may do. */
export function nextStep(
  facts: LoopFacts,
  role: Role,
): { kind: NextStepKind; count: number; subjectId: string | null } {
  const step = (kind: NextStepKind, count = 0, subjectId: string | number | null = null) => ({
    kind,
    count,
    subjectId: subjectId === null ? null : String(subjectId),
  })
  const { undrafted, waiting, unreleased, uncomposed, unexported } = facts
  if (!roleAllows(role, 'lead')) return waiting > 0 ? step('review-drafts', waiting) : step('all-done')
  if (facts.corpora === 0) return step('import-corpus')
  if (undrafted) return step('draft-guidelines', undrafted.labels, undrafted.id)
  if (waiting > 0) return step('review-drafts', waiting)
  if (facts.approved === 0) return step('draft-guidelines')
  if (unreleased > 0) return step('cut-release', unreleased)
  if (uncomposed) return step('compose-release', 1, uncomposed.number)
  if (unexported) return step(unexported.released ? 'export-run' : 'audit-run', 1, unexported.number)
  return step('all-done')
}

export const jobStates = ['queued', 'running', 'retrying', 'done', 'failed', 'cancelled'] as const
export const jobStateSchema = z.enum(jobStates)

/** What ends a job that a person can do something about: then it goes on where it was. */
export const passingReasons = ['over-budget', 'models-silent'] as const

export const openStates = [
  'queued',
  'running',
  'retrying',
] as const satisfies readonly (typeof jobStates)[number][]

export function jobIsOpen(state: (typeof jobStates)[number]): boolean {
  return openStates.some((one) => one === state)
}
