import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query'
import { requireProject } from '@/app/session'
import { readKeys } from '@/lib/reviews/keys/queries'

/** The keys that the person chose are there with the first paint. */
export default async function QueueLayout({ params, children }: LayoutProps<'/p/[project]/queue'>) {
  const actor = await requireProject((await params).project)
  const client = new QueryClient()
  client.setQueryData(['desk-keys'], await readKeys(actor))
  return <HydrationBoundary state={dehydrate(client)}>{children}</HydrationBoundary>
}
