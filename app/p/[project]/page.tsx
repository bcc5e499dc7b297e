import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { requireProject } from '@/app/session'
import { ProjectHome } from '@/components/projects/project-home'
import { listActivity, listJobs } from '@/lib/projects/queries'

export async function generateMetadata({ params }: PageProps<'/p/[project]'>): Promise<Metadata> {
  const [t, actor] = [await getTranslations('shell.nav'), await requireProject((await params).project)]
  return { title: `${t('home')} · ${actor.project.name}` }
}

/** The layout has read the loop already, for the navigation. */
export default async function HomePage({ params }: PageProps<'/p/[project]'>) {
  const actor = await requireProject((await params).project)
  const { slug } = actor.project
  const client = new QueryClient()
  const [jobs, activity] = await Promise.all([
    listJobs(actor, { open: 'true', limit: 20 }),
    listActivity(actor, { limit: 50 }),
  ])
  client.setQueryData(['jobs', slug, 'open'], jobs)
  client.setQueryData(['activity', slug, ''], { pages: [activity], pageParams: [undefined] })
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <ProjectHome />
    </HydrationBoundary>
  )
}
