import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { requireProject } from '@/app/session'
import { StalePage } from '@/components/lineage/stale-page'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('lineage'))('title') }
}

export default async function Page({ params }: PageProps<'/p/[project]/library/stale'>) {
  const actor = await requireProject((await params).project)
  return <StalePage project={actor.project.slug} />
}
