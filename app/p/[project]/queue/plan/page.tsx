import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { requireProject } from '@/app/session'
import { PlanTable } from '@/components/reviews/plans/plan-table'
import { PageHeader } from '@/components/ui/page-header'
import { readPlans } from '@/lib/reviews/plans/queries'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('plans'))('title') }
}

export default async function PlanPage({ params }: PageProps<'/p/[project]/queue/plan'>) {
  const actor = await requireProject((await params).project)
  const t = await getTranslations()
  const queue = { label: t('reviews.title'), href: `/p/${actor.project.slug}/queue` }
  return (
    <>
      <PageHeader title={t('plans.title')} crumbs={[queue]} />
      <PlanTable initial={await readPlans(actor)} />
    </>
  )
}
