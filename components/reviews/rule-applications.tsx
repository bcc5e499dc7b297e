'use client'

import type { UseQueryResult } from '@tanstack/react-query'
import { RefreshCw } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { ApplicationCard } from '@/components/reviews/application-card'
import { type Marks, sampleOf } from '@/components/reviews/application-marks'
import { ApplicationWriter } from '@/components/reviews/application-writer'
import { useEvidence } from '@/components/reviews/desk.query'
import type { ApplicationOrder } from '@/components/reviews/rule.query'
import { ScrollingPart } from '@/components/reviews/scrolling-part'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { ErrorState } from '@/components/ui/error-state'
import { IconButton } from '@/components/ui/icon-button'
import { Skeleton } from '@/components/ui/skeleton'
import { boundErrors } from '@/lib/artifacts/kinds/rule/evidence'
import type { ApplicationsView, VersionOf } from '@/lib/artifacts/schema'

const ORDERS = ['random', 'hardest'] as const

type Props = {
  project: string
  corpus: string
  person: string
  version: VersionOf<'rule'>
  applications: UseQueryResult<ApplicationsView>
  order: ApplicationOrder
  onOrder: (order: ApplicationOrder) => void
  current: number
  onCurrent: (index: number) => void
  marks: Marks
  onMark: (ordinal: number, right: boolean) => void
  /** The application whose reason is asked for. */
  asking: number | null
  onReason: (ordinal: number, reason: string) => void
  onReasonDone: () => void
  onMore: () => void
  onOthers: () => void
}

/** A random sample and the hardest applications, with what the marks so far prove. */
export function RuleApplications(props: Props) {
  const t = useTranslations('reviews.rule')
  const { applications, order, marks, current } = props
  const { data, error, isFetching, isPlaceholderData } = applications
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      {props.version.content.transform && (
        <header className="hairline-b flex items-center gap-1 px-4 py-1.5">
          <div role="tablist" aria-label={t('samples')} className="flex gap-1">
            {ORDERS.map((one) => (
              <button
                key={one}
                type="button"
                role="tab"
                aria-selected={one === order}
                onClick={() => props.onOrder(one)}
                className="h-7 rounded-md px-2 text-muted hover:bg-hover aria-selected:bg-hover aria-selected:font-medium aria-selected:text-fg max-lg:h-11"
              >
                {t(`orders.${one}`)}
              </button>
            ))}
          </div>
          <span className="flex-1" />
          <IconButton icon={RefreshCw} label={t('others')} size="sm" onClick={props.onOthers} />
        </header>
      )}
      <Proof version={props.version} marks={marks} />
      <ScrollingPart>
        {error && !data && <ErrorState error={error} retry={() => void applications.refetch()} />}
        {!data && !error && <ApplicationsSkeleton />}
        <ol
          className={cn('flex flex-col transition-opacity', isFetching && isPlaceholderData && 'opacity-60')}
        >
          {data?.items.map((item, index) => (
            <ApplicationCard
              key={item.ordinal}
              item={item}
              current={index === current}
              mark={marks.get(item.ordinal)}
              asking={props.asking === item.ordinal}
              onLook={() => props.onCurrent(index)}
              onMark={(right) => props.onMark(item.ordinal, right)}
              onReason={(reason) => props.onReason(item.ordinal, reason)}
              onReasonDone={props.onReasonDone}
            />
          ))}
        </ol>
        {!props.version.content.transform && (
          <ApplicationWriter
            project={props.project}
            corpus={props.corpus}
            person={props.person}
            version={props.version}
          />
        )}
        {props.version.content.transform && data?.items.length === 0 && (
          <NoApplications {...props} looked={data.looked} />
        )}
        {data && data.items.length > 0 && (
          <Button size="sm" className="mt-3" onClick={props.onMore}>
            {t('more')}
          </Button>
        )}
      </ScrollingPart>
    </div>
  )
}

/** What n right ones out of n prove, live: the sentence that an approval rests on. */
function Proof({ version, marks }: { version: VersionOf<'rule'>; marks: Marks }) {
  const t = useTranslations('reviews.rule')
  const format = useFormatter()
  if (!version.content.transform) return null
  const found = sampleOf(marks)
  const wrong = [...marks.values()].filter((mark) => !mark.right).length
  const size = found ? found.right + found.wrong : 0
  const bound = found ? boundErrors({ wrong: found.wrong, sample: size }) : 1
  return (
    <p aria-live="polite" className="hairline-b px-4 py-2 text-sm">
      {found ? (
        <>
          <strong className="font-medium">
            {t('proof', {
              right: found.right,
              size,
              bound: format.number(100 * bound, { minimumFractionDigits: 1, maximumFractionDigits: 1 }),
            })}
          </strong>
          {wrong > 0 && <span className="pl-2 text-rejected">{t('becomeExceptions', { count: wrong })}</span>}
        </>
      ) : (
        <span className="text-muted">{t('unmarked')}</span>
      )}
    </p>
  )
}

function NoApplications({ project, version, looked }: Props & { looked: number }) {
  const t = useTranslations('reviews.rule')
  const { data: evidence } = useEvidence(project, version)
  return (
    <p className="py-4 text-muted">{t('none', { looked: looked || (evidence?.figures.instances ?? 0) })}</p>
  )
}

function ApplicationsSkeleton() {
  const t = useTranslations('reviews.rule')
  return (
    <div role="status" aria-label={t('loading')} className="flex flex-col gap-3 pt-4">
      <Skeleton className="h-16" />
      <Skeleton className="h-16" />
      <Skeleton className="h-16" />
    </div>
  )
}
