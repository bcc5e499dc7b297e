import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { requireProject } from '@/app/session'
import { CallPage } from '@/components/models/call-page'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('models.call'))('title') }
}

export default async function Page({ params }: PageProps<'/p/[project]/models/calls/[call]'>) {
  const { project, call } = await params
  const actor = await requireProject(project, 'lead')
  return <CallPage project={actor.project.slug} call={call} />
}
