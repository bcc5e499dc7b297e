'use client'

import { createContext, type ReactNode, use, useEffect } from 'react'
import { keepPreference } from '@/components/i18n/locale'
import { LAST_PROJECT_COOKIE } from '@/components/projects/last-project'
import { type Role, roleAllows } from '@/lib/projects/model'

export type CurrentProject = { slug: string; name: string; role: Role }

const Current = createContext<CurrentProject | null>(null)

export function CurrentProjectProvider({
  project,
  children,
}: {
  project: CurrentProject
  children: ReactNode
}) {
  useEffect(() => keepPreference(LAST_PROJECT_COOKIE, project.slug), [project.slug])
  return <Current value={project}>{children}</Current>
}

/** The project of the address, and what its viewer may do in it. Only for screens below /p/[project]. */
export function useProject(): CurrentProject & { allows: (needed: Role) => boolean } {
  const project = use(Current)
  if (!project) throw new Error('useProject is for screens inside a project')
  return { ...project, allows: (needed) => roleAllows(project.role, needed) }
}
