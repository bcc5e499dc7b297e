'use client'

import { ChevronRight, Folder } from 'lucide-react'
import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import { CreateProject } from '@/components/projects/create-project'
import { useProjects } from '@/components/projects/projects.query'
import { Badge } from '@/components/ui/badge'
import { EmptyState } from '@/components/ui/empty-state'
import type { ProjectView } from '@/lib/projects/schema'

export function ProjectList({ initial, mayCreate }: { initial: ProjectView[]; mayCreate: boolean }) {
  const t = useTranslations('projects')
  const projects = useProjects(initial).data?.items ?? initial
  return (
    <>
      <header className="flex items-center justify-between gap-3 pb-4">
        <h1 className="font-semibold text-lg">{t('title')}</h1>
        {mayCreate && projects.length > 0 && <CreateProject />}
      </header>
      {projects.length === 0 ? (
        <EmptyState icon={Folder} title={t('empty')} action={mayCreate && <CreateProject />}>
          {mayCreate ? t('emptyAdmin') : t('emptyMember')}
        </EmptyState>
      ) : (
        <ul className="hairline-t">
          {projects.map((project) => (
            <ProjectRow key={project.id} project={project} />
          ))}
        </ul>
      )}
    </>
  )
}

function ProjectRow({ project }: { project: ProjectView }) {
  const t = useTranslations('projects')
  const roles = useTranslations('people.roles')
  const format = useFormatter()
  const date = format.dateTime(new Date(project.createdAt), { dateStyle: 'medium' })
  return (
    <li className="hairline-b">
      <Link
        href={`/p/${project.slug}`}
        className="flex min-h-14 items-center gap-3 px-2 py-2 transition-colors hover:bg-hover"
      >
        <div className="min-w-0 flex-1">
          <p className="truncate font-medium">{project.name}</p>
          <p className="truncate text-muted text-xs">{project.description || t('since', { date })}</p>
        </div>
        <Badge>{roles(project.role)}</Badge>
        <ChevronRight className="size-4 text-muted" aria-hidden />
      </Link>
    </li>
  )
}
