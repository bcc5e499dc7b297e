import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { requireProject } from '@/app/session'
import { ExportsPage } from '@/components/exports/exports-page'
import { roleAllows } from '@/lib/projects/model'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('exports'))('title') }
}

export default async function Page({ params }: PageProps<'/p/[project]/exports'>) {
  const actor = await requireProject((await params).project)
  return <ExportsPage project={actor.project.slug} canLead={roleAllows(actor.role, 'lead')} />
}
