import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import { getTranslations } from 'next-intl/server'
import { requireProject } from '@/app/session'
import { DESK_COOKIE, widthsFrom } from '@/components/reviews/column-widths'
import { QueueTabs } from '@/components/reviews/queue-tabs'
import { ReviewDesk } from '@/components/reviews/review-desk'
import { roleAllows } from '@/lib/projects/model'
import { countDisputes } from '@/lib/reviews/adjudication/queries'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('reviews'))('title') }
}

export default async function QueuePage({ params, searchParams }: PageProps<'/p/[project]/queue'>) {
  const actor = await requireProject((await params).project)
  const { version } = await searchParams
  const widths = widthsFrom((await cookies()).get(DESK_COOKIE)?.value)
  const t = await getTranslations('reviews')
  const isLead = roleAllows(actor.role, 'lead')
  return (
    <>
      <h1 className="sr-only">{t('title')}</h1>
      <QueueTabs
        project={actor.project.slug}
        at="desk"
        disputes={isLead ? await countDisputes(actor) : null}
      />
      <ReviewDesk
        project={actor.project.slug}
        person={actor.id}
        role={actor.role}
        versionId={typeof version === 'string' ? version : undefined}
        widths={widths}
      />
    </>
  )
}
