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

export const jobStates = ['queued', 'running', 'retrying', 'done', 'failed', 'cancelled'] as const
export const jobStateSchema = z.enum(jobStates)

export function jobIsOpen(state: (typeof jobStates)[number]): boolean {
  return state === 'queued' || state === 'running' || state === 'retrying'
}
