import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { requireProject } from '@/app/session'
import { SpendPage } from '@/components/models/spend-page'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('models.tabs'))('spend') }
}

export default async function Page({ params }: PageProps<'/p/[project]/models/spend'>) {
  const actor = await requireProject((await params).project, 'lead')
  return <SpendPage project={actor.project.slug} />
}
