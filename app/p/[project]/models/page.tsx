import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { requireProject } from '@/app/session'
import { ConnectionsPage } from '@/components/models/connections-page'
import { listConnections } from '@/lib/connections/queries'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('models'))('title') }
}

export default async function Page({ params }: PageProps<'/p/[project]/models'>) {
  const actor = await requireProject((await params).project, 'lead')
  const { slug } = actor.project
  const client = new QueryClient()
  client.setQueryData(['connections', slug], await listConnections(actor))
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <ConnectionsPage project={slug} />
    </HydrationBoundary>
  )
}
