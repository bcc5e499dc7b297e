import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { requireProject } from '@/app/session'
import { SimilarPage } from '@/components/reviews/lots/similar-page'
import { QueueTabs } from '@/components/reviews/queue-tabs'
import { roleAllows } from '@/lib/projects/model'
import { countDisputes } from '@/lib/reviews/adjudication/queries'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('lots'))('title') }
}

export default async function SimilarDraftsPage({ params }: PageProps<'/p/[project]/queue/similar'>) {
  const actor = await requireProject((await params).project)
  const t = await getTranslations('lots')
  const isLead = roleAllows(actor.role, 'lead')
  return (
    <>
      <h1 className="sr-only">{t('title')}</h1>
      <QueueTabs
        project={actor.project.slug}
        at="similar"
        disputes={isLead ? await countDisputes(actor) : null}
      />
      <SimilarPage project={actor.project.slug} />
    </>
  )
}
