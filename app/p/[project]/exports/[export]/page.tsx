import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { pageData, requireProject } from '@/app/session'
import { ExportDetail } from '@/components/exports/export-detail'
import { readExport } from '@/lib/exports/queries'
import { readExportEndpoint } from '@/lib/exports/schema'
import { roleAllows } from '@/lib/projects/model'

type Props = PageProps<'/p/[project]/exports/[export]'>

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('exports'))('title') }
}

export default async function Page({ params }: Props) {
  const given = await params
  const actor = await requireProject(given.project)
  const first = await pageData(readExportEndpoint, given, (input) => readExport(actor, input))
  return <ExportDetail project={actor.project.slug} canLead={roleAllows(actor.role, 'lead')} first={first} />
}
