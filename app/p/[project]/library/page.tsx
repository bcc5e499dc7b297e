import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { requireProject } from '@/app/session'
import { LibraryPage } from '@/components/library/library-page'
import { listCorpora } from '@/lib/corpora/queries'
import { roleAllows } from '@/lib/projects/model'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('library'))('title') }
}

export default async function Page({ params }: PageProps<'/p/[project]/library'>) {
  const actor = await requireProject((await params).project)
  const { items } = await listCorpora(actor, { limit: 200 })
  const corpora = items.map(({ id, name, taskForm }) => ({ id, name, taskForm }))
  return (
    <LibraryPage
      project={actor.project.slug}
      person={actor.id}
      canLead={roleAllows(actor.role, 'lead')}
      corpora={corpora}
    />
  )
}
