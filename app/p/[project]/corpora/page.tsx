import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { requireProject } from '@/app/session'
import { CorporaList } from '@/components/corpora/corpora-list'
import { listCorpora } from '@/lib/corpora/queries'
import { roleAllows } from '@/lib/projects/model'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('corpora'))('title') }
}

export default async function CorporaPage({ params }: PageProps<'/p/[project]/corpora'>) {
  const actor = await requireProject((await params).project)
  const first = await listCorpora(actor, { limit: 50 })
  return <CorporaList project={actor.project.slug} canLead={roleAllows(actor.role, 'lead')} first={first} />
}
