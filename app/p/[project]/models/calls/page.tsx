import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { requireProject } from '@/app/session'
import { CallsPage } from '@/components/models/calls-page'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('models.tabs'))('calls') }
}

export default async function Page({ params }: PageProps<'/p/[project]/models/calls'>) {
  const actor = await requireProject((await params).project, 'lead')
  return <CallsPage project={actor.project.slug} />
}
