import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { requireProject } from '@/app/session'
import { ActivityLog } from '@/components/projects/activity-log'
import { isStorable } from '@/lib/platform/require-storable'
import { listActivity } from '@/lib/projects/queries'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('projects.activity')
  return { title: t('title') }
}

export default async function ActivityPage({ params, searchParams }: PageProps<'/p/[project]/activity'>) {
  const actor = await requireProject((await params).project)
  const asked = (await searchParams).action
  const action =
    typeof asked === 'string' && asked !== '' && isStorable(asked) ? asked.slice(0, 60) : undefined
  const client = new QueryClient()
  const first = await listActivity(actor, { limit: 50, action })
  client.setQueryData(['activity', actor.project.slug, action ?? ''], {
    pages: [first],
    pageParams: [undefined],
  })
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <ActivityLog />
    </HydrationBoundary>
  )
}
