import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { requireProject } from '@/app/session'
import { QualityPage } from '@/components/evaluation/quality-page'
import { lastDays, SHOWN_DAYS } from '@/lib/evaluation/model'
import { readDashboard } from '@/lib/evaluation/queries'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('evaluation'))('title') }
}

export default async function Page({ params }: PageProps<'/p/[project]/quality'>) {
  const actor = await requireProject((await params).project)
  const { slug } = actor.project
  const client = new QueryClient()
  const filter = lastDays(SHOWN_DAYS)
  client.setQueryData(['quality', slug, filter], await readDashboard(actor, filter))
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <QualityPage project={slug} />
    </HydrationBoundary>
  )
}
