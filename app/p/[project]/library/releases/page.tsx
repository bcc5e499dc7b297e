import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { requireProject } from '@/app/session'
import { ReleasesPage } from '@/components/library/releases-page'
import { roleAllows } from '@/lib/projects/model'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('library.tabs'))('releases') }
}

export default async function Page({ params }: PageProps<'/p/[project]/library/releases'>) {
  const actor = await requireProject((await params).project)
  return <ReleasesPage project={actor.project.slug} canLead={roleAllows(actor.role, 'lead')} />
}
