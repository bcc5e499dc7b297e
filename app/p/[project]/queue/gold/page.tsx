import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { requireProject } from '@/app/session'
import { GoldPage } from '@/components/reviews/gold/gold-page'
import { QueueTabs } from '@/components/reviews/queue-tabs'
import { countDisputes } from '@/lib/reviews/adjudication/queries'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('goldQuestions'))('title') }
}

export default async function QueueGoldPage({ params }: PageProps<'/p/[project]/queue/gold'>) {
  const actor = await requireProject((await params).project, 'lead')
  const t = await getTranslations('goldQuestions')
  return (
    <>
      <h1 className="sr-only">{t('title')}</h1>
      <QueueTabs project={actor.project.slug} at="gold" disputes={await countDisputes(actor)} />
      <GoldPage project={actor.project.slug} />
    </>
  )
}
