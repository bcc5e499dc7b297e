import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { requireProject } from '@/app/session'
import { PlanTable } from '@/components/reviews/plans/plan-table'
import { QueueTabs } from '@/components/reviews/queue-tabs'
import { countDisputes } from '@/lib/reviews/adjudication/queries'
import { readPlans } from '@/lib/reviews/plans/queries'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('plans'))('title') }
}

export default async function PlanPage({ params }: PageProps<'/p/[project]/queue/plan'>) {
  const actor = await requireProject((await params).project, 'lead')
  const t = await getTranslations('plans')
  return (
    <>
      <h1 className="sr-only">{t('title')}</h1>
      <QueueTabs project={actor.project.slug} at="plan" disputes={await countDisputes(actor)} />
      <PlanTable initial={await readPlans(actor)} />
    </>
  )
}
