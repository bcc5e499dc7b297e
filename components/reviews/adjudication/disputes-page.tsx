'use client'

import { Scale } from 'lucide-react'
import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import { parseAsString, parseAsStringLiteral, useQueryState, useQueryStates } from 'nuqs'
import { useDisputes } from '@/components/reviews/adjudication/adjudication.query'
import { DisputePane } from '@/components/reviews/adjudication/dispute-pane'
import { QueueTabs } from '@/components/reviews/queue-tabs'
import { useBothLanguages } from '@/components/reviews/use-title'
import { buttonClasses } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { type Column, DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { ErrorState } from '@/components/ui/error-state'
import { rowsOf } from '@/components/ui/keyset'
import { Select } from '@/components/ui/select'
import { TimeAgo } from '@/components/ui/time-ago'
import { Toolbar } from '@/components/ui/toolbar'
import { artifactKinds } from '@/lib/artifacts/model'
import { type DisputeItem, disputeStates } from '@/lib/reviews/adjudication/schema'

const ALL = 'all-kinds'
/** The columns that stay when a dispute is open beside the list. */
const BESIDE = ['title', 'agreement']

type Props = { project: string; person: string; disputes: number }

/** Drafts that reviewers disagree about, lowest agreement first, with the open one beside them. */
export function DisputesPage({ project, person, disputes }: Props) {
  const t = useTranslations('adjudication')
  const kinds = useTranslations('reviews.desk.kind')
  const [filter, setFilter] = useQueryStates({
    state: parseAsStringLiteral(disputeStates).withDefault('open'),
    kind: parseAsStringLiteral(artifactKinds),
  })
  const [open, setOpen] = useQueryState('draft', parseAsString)
  const list = useDisputes(project, { state: filter.state, kind: filter.kind ?? undefined })
  const rows = rowsOf(list.data)
  const columns = useColumns(filter.state).filter(({ id }) => !open || BESIDE.includes(id))
  const next = rows.find(({ versionId }) => versionId !== open)?.versionId ?? null
  return (
    <>
      <QueueTabs project={project} at="disputes" disputes={list.data?.pages[0]?.open ?? disputes} />
      <div className="flex min-h-0 flex-1">
        <div className={cn('flex min-h-0 min-w-0 flex-1 flex-col', open && 'max-w-80 max-lg:hidden')}>
          <Toolbar>
            <Select
              size="sm"
              label={t('list.state')}
              value={filter.state}
              onChange={(state) => setFilter({ state })}
              options={disputeStates.map((value) => ({ value, label: t(`list.states.${value}`) }))}
            />
            <Select
              size="sm"
              label={t('list.kind')}
              value={filter.kind ?? ALL}
              onChange={(kind) => setFilter({ kind: kind === ALL ? null : (kind as 'rule') })}
              options={[
                { value: ALL, label: t('list.allKinds') },
                ...artifactKinds.map((value) => ({ value: value as string, label: kinds(value) })),
              ]}
            />
          </Toolbar>
          {list.isError && !list.data ? (
            <ErrorState error={list.error} retry={() => list.refetch()} />
          ) : (
            <DataTable
              name="disputes"
              label={t('title')}
              rows={rows}
              columns={columns}
              rowId={(item) => item.versionId}
              activeId={open}
              onOpen={(item) => setOpen(item.versionId)}
              onActive={(item) => open && setOpen(item.versionId)}
              loading={list.isPending}
              hasMore={list.hasNextPage}
              loadingMore={list.isFetchingNextPage}
              loadMore={list.fetchNextPage}
              empty={<Nothing project={project} state={filter.state} />}
            />
          )}
        </div>
        {open && (
          <DisputePane
            key={open}
            {...{ project, person, version: open }}
            onNext={next ? () => setOpen(next) : undefined}
            onClose={() => setOpen(null)}
          />
        )}
      </div>
    </>
  )
}

function Nothing({ project, state }: { project: string; state: DisputeFilterState }) {
  const t = useTranslations('adjudication.list.empty')
  return (
    <EmptyState
      icon={Scale}
      title={t(`${state}.title`)}
      action={
        <Link href={`/p/${project}/queue` as never} className={buttonClasses({ variant: 'primary' })}>
          {t('action')}
        </Link>
      }
    >
      {t(`${state}.text`)}
    </EmptyState>
  )
}

type DisputeFilterState = (typeof disputeStates)[number]

function useColumns(state: DisputeFilterState): Column<DisputeItem>[] {
  const t = useTranslations('adjudication')
  const kinds = useTranslations('reviews.desk.kind')
  const inWords = useBothLanguages()
  const format = useFormatter()
  const columns: Column<DisputeItem>[] = [
    {
      id: 'title',
      label: t('list.draft'),
      cell: (item) => (
        <>
          {inWords(item.title)} <span className="text-muted text-xs">{`v${item.number}`}</span>
        </>
      ),
    },
    {
      id: 'agreement',
      label: t('list.agreement'),
      width: '7.5rem',
      align: 'end',
      cell: (item) => (
        <span className="tabular-nums" title={t('list.sides', { sides: item.sides.join(' : ') })}>
          {format.number(item.agreement, { style: 'percent' })}{' '}
          <span className="text-muted text-xs">{item.sides.join(':')}</span>
        </span>
      ),
    },
    {
      id: 'kind',
      label: t('list.kind'),
      width: '9rem',
      from: 'md',
      cell: (item) => <span className="text-muted">{kinds(item.kind)}</span>,
    },
    { id: 'corpus', label: t('list.corpus'), width: '12rem', from: 'lg', cell: (item) => item.corpusName },
    {
      id: 'since',
      label: t('list.since'),
      width: '6rem',
      from: 'sm',
      cell: (item) => <TimeAgo at={item.adjudication?.at ?? item.since} />,
    },
  ]
  if (state === 'settled')
    columns.splice(2, 0, {
      id: 'cause',
      label: t('list.cause'),
      width: '12rem',
      from: 'md',
      cell: (item) => item.adjudication && t(`causes.${item.adjudication.cause}`),
    })
  return columns
}
