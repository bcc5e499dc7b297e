import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { requireProject } from '@/app/session'
import { LearningPage } from '@/components/models/learning-page'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('models.tabs'))('learning') }
}

export default async function Page({ params }: PageProps<'/p/[project]/models/learning'>) {
  const actor = await requireProject((await params).project, 'lead')
  return <LearningPage project={actor.project.slug} />
}
