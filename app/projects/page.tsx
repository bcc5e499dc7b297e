import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { requireActor } from '@/app/session'
import { ProjectList } from '@/components/projects/project-list'
import { PlainFrame } from '@/components/shell/plain-frame'
import { listProjects } from '@/lib/projects/queries'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('projects')
  return { title: t('title') }
}

export default async function ProjectsPage() {
  const actor = await requireActor('/projects')
  const { items } = await listProjects(actor)
  return (
    <PlainFrame viewer={{ name: actor.name }}>
      <ProjectList initial={items} mayCreate={actor.isAdmin} />
    </PlainFrame>
  )
}
