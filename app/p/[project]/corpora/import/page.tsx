import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { requireProject } from '@/app/session'
import { ImportFlow } from '@/components/corpora/import-flow'
import { PageHeader } from '@/components/ui/page-header'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('corpora.importPage'))('title') }
}

export default async function ImportPage({ params }: PageProps<'/p/[project]/corpora/import'>) {
  const { project } = await requireProject((await params).project, 'lead')
  const t = await getTranslations('corpora')
  return (
    <>
      <PageHeader
        crumbs={[{ label: t('title'), href: `/p/${project.slug}/corpora` }]}
        title={t('importPage.title')}
      />
      <ImportFlow project={project.slug} />
    </>
  )
}
