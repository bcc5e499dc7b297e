'use client'

import { useQuery } from '@tanstack/react-query'
import { CircleCheck } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { artifactHref } from '@/components/evaluation/rows-href'
import { LibraryTabs } from '@/components/library/library-tabs'
import { BuiltOn } from '@/components/lineage/built-on'
import { staleQuery } from '@/components/lineage/lineage.query'
import { useStaleWords } from '@/components/lineage/use-stale-words'
import { useBothLanguages } from '@/components/reviews/use-title'
import { Badge } from '@/components/ui/badge'
import { EmptyState } from '@/components/ui/empty-state'
import { ErrorState } from '@/components/ui/error-state'
import { Skeleton } from '@/components/ui/skeleton'
import { TextLink } from '@/components/ui/text-link'
import type { Stale } from '@/lib/lineage/schema'

/** Everything that does not stand any more, and every release, run and export that is built on it. */
export function StalePage({ project }: { project: string }) {
  const t = useTranslations('lineage')
  const stale = useQuery(staleQuery(project))
  return (
    <>
      <LibraryTabs project={project} at="stale" />
      {stale.isError && !stale.data && <ErrorState error={stale.error} retry={() => stale.refetch()} />}
      {stale.isPending && <Skeleton className="m-4 h-40" />}
      {stale.data?.items.length === 0 && (
        <EmptyState icon={CircleCheck} title={t('empty.title')}>
          {t('empty.text')}
        </EmptyState>
      )}
      {stale.data && stale.data.items.length > 0 && <Everything project={project} stale={stale.data} />}
    </>
  )
}

function Everything({ project, stale }: { project: string; stale: Stale }) {
  const t = useTranslations('lineage')
  const kinds = useTranslations('library.kind')
  const inWords = useBothLanguages()
  const { whyOf } = useStaleWords()
  const itemOf = new Map(stale.items.map((item) => [item.versionId, item]))
  return (
    <div className="grid min-h-0 flex-1 content-start gap-x-10 gap-y-6 overflow-y-auto p-4 lg:grid-cols-2">
      <section className="flex flex-col gap-2">
        <h2 className="font-semibold">{t('itemsTitle', { count: stale.items.length })}</h2>
        <ul>
          {stale.items.map((item) => (
            <li key={item.versionId} className="hairline-t flex flex-wrap items-baseline gap-x-3 py-1.5">
              <TextLink
                quiet
                className="min-w-40 flex-1"
                href={artifactHref(project, item.kind, item.artifactId)}
              >
                {whyOf(item)}
              </TextLink>
              <span className="text-muted text-xs">{kinds(item.kind)}</span>
            </li>
          ))}
        </ul>
      </section>
      <section className="flex flex-col gap-2">
        <h2 className="font-semibold">{t('placesTitle')}</h2>
        <BuiltOn
          project={project}
          stale={stale}
          note={(versions) => (
            <span className="flex flex-wrap gap-1">
              {versions.flatMap((id) => {
                const item = itemOf.get(id)
                return item ? <Badge key={id}>{`${inWords(item.title)} v${item.versionNumber}`}</Badge> : []
              })}
            </span>
          )}
        />
      </section>
    </div>
  )
}
