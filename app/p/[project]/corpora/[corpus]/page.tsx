import type { Metadata } from 'next'
import { cache } from 'react'
import { pageData, requireProject } from '@/app/session'
import { CorpusDetail } from '@/components/corpora/corpus-detail'
import { readCorpus } from '@/lib/corpora/queries'
import { readCorpusEndpoint } from '@/lib/corpora/schema'
import { roleAllows } from '@/lib/projects/model'

type Props = PageProps<'/p/[project]/corpora/[corpus]'>

const load = cache(async (params: Props['params']) => {
  const given = await params
  const actor = await requireProject(given.project)
  return { actor, corpus: await pageData(readCorpusEndpoint, given, (input) => readCorpus(actor, input)) }
})

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: (await load(props.params)).corpus.name }
}

export default async function CorpusPage(props: Props) {
  const { actor, corpus } = await load(props.params)
  return <CorpusDetail project={actor.project.slug} canLead={roleAllows(actor.role, 'lead')} first={corpus} />
}
