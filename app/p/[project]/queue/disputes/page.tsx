import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { requireProject } from '@/app/session'
import { DisputesPage } from '@/components/reviews/adjudication/disputes-page'
import { countDisputes } from '@/lib/reviews/adjudication/queries'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('adjudication'))('title') }
}

export default async function QueueDisputesPage({ params }: PageProps<'/p/[project]/queue/disputes'>) {
  const actor = await requireProject((await params).project, 'lead')
  const t = await getTranslations('adjudication')
  return (
    <>
      <h1 className="sr-only">{t('title')}</h1>
      <DisputesPage project={actor.project.slug} person={actor.id} disputes={await countDisputes(actor)} />
    </>
  )
}
