import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { requireProject } from '@/app/session'
import { CountedDecisionsPage } from '@/components/evaluation/counted-decisions-page'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('evaluation'))('title') }
}

export default async function Page({ params }: PageProps<'/p/[project]/quality/decisions'>) {
  const actor = await requireProject((await params).project)
  return <CountedDecisionsPage project={actor.project.slug} />
}
