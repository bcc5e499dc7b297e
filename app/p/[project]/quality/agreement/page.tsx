import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { requireProject } from '@/app/session'
import { AgreementPage } from '@/components/evaluation/agreement-page'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('evaluation'))('title') }
}

export default async function Page({ params }: PageProps<'/p/[project]/quality/agreement'>) {
  const actor = await requireProject((await params).project)
  return <AgreementPage project={actor.project.slug} />
}
