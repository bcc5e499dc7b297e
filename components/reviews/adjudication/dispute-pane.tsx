'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { CorpusLabels } from '@/components/corpora/label-book'
import { disputeQuery } from '@/components/reviews/adjudication/adjudication.query'
import { DisputeDesk } from '@/components/reviews/adjudication/dispute-desk'
import { Button } from '@/components/ui/button'
import { ErrorState } from '@/components/ui/error-state'
import { Skeleton } from '@/components/ui/skeleton'

type Props = {
  project: string
  person: string
  version: string
  /** The next of the list, where there is one. */
  onNext?: (() => void) | undefined
  onClose: () => void
}

/** One dispute beside the list. */
export function DisputePane({ version, ...props }: Props) {
  const t = useTranslations('adjudication')
  const { data, error, refetch } = useQuery(disputeQuery(props.project, version))
  if (error && !data)
    return (
      <div className="flex-1">
        <ErrorState error={error} retry={() => void refetch()}>
          <Button size="sm" variant="quiet" onClick={props.onClose}>
            {t('pane.close')}
          </Button>
        </ErrorState>
      </div>
    )
  if (!data) return <Skeleton className="m-4 h-40 flex-1" />
  return (
    <CorpusLabels of={[data.corpus?.id ?? null]}>
      <DisputeDesk dispute={data} {...props} />
    </CorpusLabels>
  )
}
