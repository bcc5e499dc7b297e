import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { requireProject } from '@/app/session'
import { AssignPage } from '@/components/reviews/plans/assign-page'
import { QueueTabs } from '@/components/reviews/queue-tabs'
import { countDisputes } from '@/lib/reviews/adjudication/queries'
import { readPlans } from '@/lib/reviews/plans/queries'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('plans.assigning'))('title') }
}

export default async function QueueAssignPage({ params }: PageProps<'/p/[project]/queue/assign'>) {
  const actor = await requireProject((await params).project, 'lead')
  const t = await getTranslations('plans.assigning')
  const { people } = await readPlans(actor)
  return (
    <>
      <h1 className="sr-only">{t('title')}</h1>
      <QueueTabs project={actor.project.slug} at="assign" disputes={await countDisputes(actor)} />
      <AssignPage project={actor.project.slug} people={people} />
    </>
  )
}
