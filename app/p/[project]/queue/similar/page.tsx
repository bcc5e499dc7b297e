import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { requireProject } from '@/app/session'
import { SimilarPage } from '@/components/reviews/lots/similar-page'
import { PageHeader } from '@/components/ui/page-header'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('lots'))('title') }
}

export default async function SimilarDraftsPage({ params }: PageProps<'/p/[project]/queue/similar'>) {
  const actor = await requireProject((await params).project)
  const t = await getTranslations()
  const queue = { label: t('reviews.title'), href: `/p/${actor.project.slug}/queue` }
  return (
    <>
      <PageHeader title={t('lots.title')} crumbs={[queue]} />
      <SimilarPage project={actor.project.slug} />
    </>
  )
}
