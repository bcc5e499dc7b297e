import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query'
import { requireProject } from '@/app/session'
import { LabelBookProvider } from '@/components/corpora/label-book'
import { CurrentProjectProvider } from '@/components/projects/current-project'
import { Shell } from '@/components/shell/shell'
import { readLabelBook } from '@/lib/corpora/label-names/queries'
import { env } from '@/lib/platform/env'
import { listProjects, readHome } from '@/lib/projects/queries'

export default async function ProjectLayout({ params, children }: LayoutProps<'/p/[project]'>) {
  const actor = await requireProject((await params).project)
  const { slug, name } = actor.project
  const client = new QueryClient()
  client.setQueryData(['home', slug], await readHome(actor))
  client.setQueryData(['projects'], await listProjects(actor))
  client.setQueryData(['label-book', slug], await readLabelBook(actor))
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <CurrentProjectProvider project={{ slug, name, role: actor.role }}>
        <LabelBookProvider project={slug}>
          <Shell viewer={{ name: actor.name }} hasStandIn={env().GLOSS_STAND_IN !== undefined}>
            {children}
          </Shell>
        </LabelBookProvider>
      </CurrentProjectProvider>
    </HydrationBoundary>
  )
}
