import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { requireProject } from '@/app/session'
import { ComposePage } from '@/components/synthesis/compose-page'
import { listCorpora } from '@/lib/corpora/queries'
import { roleAllows } from '@/lib/projects/model'
import { formsOfGold } from '@/lib/tasks/find-task-form'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('synthesis'))('title') }
}

export default async function Page({ params }: PageProps<'/p/[project]/compose'>) {
  const actor = await requireProject((await params).project)
  const { items } = await listCorpora(actor, { limit: 200 })
  const corpora = items
    .filter((corpus) => corpus.state === 'ready' && !corpus.heldOut)
    .map(({ id, name, instanceCount, licence, taskForm }) => ({
      ...{ id, name, licence, instances: instanceCount },
      forms: formsOfGold(taskForm),
    }))
  return (
    <ComposePage project={actor.project.slug} canLead={roleAllows(actor.role, 'lead')} corpora={corpora} />
  )
}
