import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { pageData, requireProject } from '@/app/session'
import { RunDetail } from '@/components/synthesis/run-detail'
import { listCorpora } from '@/lib/corpora/queries'
import { roleAllows } from '@/lib/projects/model'
import { readRun } from '@/lib/synthesis/queries'
import { readRunEndpoint } from '@/lib/synthesis/schema'

type Props = PageProps<'/p/[project]/compose/[number]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const number = Number((await params).number)
  return { title: (await getTranslations('synthesis.run'))('title', { number }) }
}

export default async function Page({ params }: Props) {
  const given = await params
  const actor = await requireProject(given.project)
  const run = await pageData(readRunEndpoint, given, (input) => readRun(actor, input))
  const { items } = await listCorpora(actor, { limit: 200 })
  const corpora = items.map(({ id, name, licence, heldOut }) => ({ id, name, licence, heldOut }))
  return (
    <RunDetail
      project={actor.project.slug}
      canLead={roleAllows(actor.role, 'lead')}
      first={run}
      corpora={corpora}
    />
  )
}
