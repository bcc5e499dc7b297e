import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { requireProject } from '@/app/session'
import { TaxonomyPage } from '@/components/taxonomy/taxonomy-page'
import { roleAllows } from '@/lib/projects/model'
import { listNodes, readTaxonomy } from '@/lib/taxonomy/queries'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('taxonomy'))('title') }
}

export default async function Page({ params }: PageProps<'/p/[project]/taxonomy'>) {
  const actor = await requireProject((await params).project)
  const [whole, first] = await Promise.all([readTaxonomy(actor), listNodes(actor, {})])
  return (
    <TaxonomyPage
      project={actor.project.slug}
      person={actor.id}
      canLead={roleAllows(actor.role, 'lead')}
      {...{ whole, first }}
    />
  )
}
