import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { pageData, requireProject } from '@/app/session'
import { ReleaseDetail } from '@/components/library/release-detail'
import { readRelease } from '@/lib/library/releases/queries'
import { readReleaseEndpoint } from '@/lib/library/releases/schema'
import { roleAllows } from '@/lib/projects/model'

type Props = PageProps<'/p/[project]/library/releases/[number]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const number = (await params).number
  return { title: (await getTranslations('library.releases.detail'))('title', { number }) }
}

export default async function Page({ params }: Props) {
  const given = await params
  const actor = await requireProject(given.project)
  const release = await pageData(readReleaseEndpoint, given, (input) => readRelease(actor, input))
  return (
    <ReleaseDetail project={actor.project.slug} canLead={roleAllows(actor.role, 'lead')} release={release} />
  )
}
