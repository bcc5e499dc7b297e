import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { requireProject } from '@/app/session'
import { AgreementDraftsPage } from '@/components/evaluation/agreement-drafts-page'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('evaluation'))('title') }
}

export default async function Page({ params }: PageProps<'/p/[project]/quality/agreement/drafts'>) {
  const actor = await requireProject((await params).project)
  return <AgreementDraftsPage project={actor.project.slug} />
}
