import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { requireProject } from '@/app/session'
import { WorkPage } from '@/components/reviews/rechecks/work-page'
import { roleAllows } from '@/lib/projects/model'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('adjudication.work'))('label') }
}

export default async function RecheckPage({ params }: PageProps<'/p/[project]/queue/rechecks/[version]'>) {
  const { project, version } = await params
  const actor = await requireProject(project)
  return <WorkPage project={project} version={version} canLead={roleAllows(actor.role, 'lead')} />
}
