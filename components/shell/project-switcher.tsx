'use client'

import { Check, ChevronsUpDown, Folder } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useProject } from '@/components/projects/current-project'
import { useProjects } from '@/components/projects/projects.query'
import { stationHref } from '@/components/shell/stations'
import { Menu, MenuLine, MenuLink } from '@/components/ui/menu'

/** The project one is in, and the way to the others. */
export function ProjectSwitcher() {
  const t = useTranslations('shell')
  const { slug, name } = useProject()
  const { data } = useProjects()
  return (
    <Menu
      trigger={
        <button
          type="button"
          className="flex h-8 min-w-0 flex-1 items-center gap-2 rounded-md px-2 text-left transition-colors hover:bg-hover"
        >
          <Mark />
          <span className="min-w-0 flex-1 truncate font-semibold">{name}</span>
          <ChevronsUpDown className="size-3.5 shrink-0 text-muted" aria-hidden />
        </button>
      }
    >
      {data?.items.map((project) => (
        <MenuLink
          key={project.id}
          icon={project.slug === slug ? Check : undefined}
          inset
          href={stationHref(project.slug, '')}
        >
          {project.name}
        </MenuLink>
      ))}
      {data && data.items.length > 0 && <MenuLine />}
      <MenuLink icon={Folder} href="/projects">
        {t('allProjects')}
      </MenuLink>
    </Menu>
  )
}

/** A word between two lines: text and what is written about it. */
export function Mark({ className = 'size-5' }: { className?: string }) {
  return (
    <svg viewBox="0 0 20 20" className={className} aria-hidden>
      <rect width="20" height="20" rx="5" className="fill-accent" />
      <path d="M5 6.5h10M5 13.5h5" className="stroke-on-accent" strokeWidth="1.6" strokeLinecap="round" />
      <path d="M5 10h7" className="stroke-on-accent" strokeWidth="3" strokeLinecap="round" />
    </svg>
  )
}
