'use client'

import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import { useInstances } from '@/components/corpora/corpora.query'
import { noFilter, useInstanceFilter } from '@/components/corpora/instance-filter'
import { InstanceFilters } from '@/components/corpora/instance-filters'
import { InstanceRows } from '@/components/corpora/instance-rows'
import { SurveyNotice } from '@/components/corpora/survey-notice'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { ErrorState } from '@/components/ui/error-state'
import { rowsOf } from '@/components/ui/keyset'
import { Skeleton } from '@/components/ui/skeleton'
import type { CorpusView } from '@/lib/corpora/schema'

type Props = { project: string; corpus: CorpusView; canLead: boolean }

/** The instances of a corpus in file order, all or those that are asked for; read on as one scrolls. */
export function InstanceList({ project, corpus, canLead }: Props) {
  const t = useTranslations('corpora.detail')
  const filters = useTranslations('survey.filters')
  const [filter, setFilter] = useInstanceFilter()
  const instances = useInstances(project, corpus, filter)
  const { hasNextPage, isFetchingNextPage, fetchNextPage, isPlaceholderData } = instances
  const rows = rowsOf(instances.data)
  const isFiltered = Object.values(filter).some((value) => value !== null)
  const isIndexing = instances.data?.pages[0]?.indexing === true && !isPlaceholderData
  // A page in which nothing was found may be followed by one in which something is.
  const goesOn = rows.length === 0 && hasNextPage && !isFetchingNextPage && !instances.isError
  useEffect(() => {
    if (goesOn) void fetchNextPage()
  }, [goesOn, fetchNextPage])
  const isWaiting = corpus.state === 'importing' || isPlaceholderData || hasNextPage
  const isEmpty = instances.isSuccess && rows.length === 0 && !isIndexing
  return (
    <>
      <InstanceFilters corpus={corpus} filter={filter} onChange={setFilter} />
      {instances.isError && !instances.data && (
        <ErrorState error={instances.error} retry={() => instances.refetch()} />
      )}
      {isIndexing && <SurveyNotice project={project} corpus={corpus} canLead={canLead} />}
      {(instances.isPending || (isEmpty && isWaiting)) && <Waiting />}
      {isEmpty && !isWaiting && (
        <EmptyState
          title={isFiltered ? filters('nothing') : t('empty')}
          action={isFiltered && <Button onClick={() => setFilter(noFilter)}>{t('clear')}</Button>}
        />
      )}
      {rows.length > 0 && (
        <InstanceRows
          key={JSON.stringify(filter)}
          rows={rows}
          stale={isPlaceholderData}
          more={hasNextPage && !isFetchingNextPage ? fetchNextPage : undefined}
        />
      )}
    </>
  )
}

function Waiting() {
  return (
    <div aria-busy className="flex flex-col gap-4 p-4">
      {[80, 64, 72, 90, 55].map((width) => (
        <Skeleton key={width} className="h-4" width={`${width}%`} />
      ))}
    </div>
  )
}
