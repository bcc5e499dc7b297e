'use client'

import { Scale } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { parseAsStringLiteral, useQueryStates } from 'nuqs'
import { useAgreementItems } from '@/components/evaluation/evaluation.query'
import { FigureLink } from '@/components/evaluation/figure-link'
import { QualityHead } from '@/components/evaluation/quality-head'
import { artifactHref, hrefOf } from '@/components/evaluation/rows-href'
import { useAgreementFilter } from '@/components/evaluation/use-agreement-filter'
import { useKindName } from '@/components/evaluation/use-kind-name'
import { useBothLanguages } from '@/components/reviews/use-title'
import { type Column, DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { ErrorState } from '@/components/ui/error-state'
import { rowsOf } from '@/components/ui/keyset'
import { Select } from '@/components/ui/select'
import { StatusBadge } from '@/components/ui/status-badge'
import { TimeAgo } from '@/components/ui/time-ago'
import { Toolbar } from '@/components/ui/toolbar'
import { type Rating, ratings } from '@/lib/evaluation/agreement/model'
import type { AgreementItem } from '@/lib/evaluation/agreement/schema'

const ALL = 'all'
const STATUS = { approve: 'approved', edit: 'edited', reject: 'rejected' } as const

/** The drafts behind a number of agreement, with what each reviewer said. */
export function AgreementDraftsPage({ project }: { project: string }) {
  const t = useTranslations('evaluation.items')
  const { filter } = useAgreementFilter()
  const [cell, setCell] = useQueryStates({
    first: parseAsStringLiteral(ratings),
    second: parseAsStringLiteral(ratings),
    alike: parseAsStringLiteral(['yes', 'no']),
  })
  const items = useAgreementItems(project, {
    ...filter,
    first: cell.first ?? undefined,
    second: cell.second ?? undefined,
    alike: cell.alike ?? undefined,
  })
  const columns = useColumns(project)
  return (
    <>
      <QualityHead project={project} at="agreement" />
      <Toolbar>
        <Link
          href={hrefOf(`/p/${project}/quality/agreement`, filter) as never}
          className="rounded-md px-2 py-1 text-muted hover:bg-hover hover:text-fg"
        >
          {t('back')}
        </Link>
        <Select
          size="sm"
          label={t('alike')}
          value={cell.alike ?? ALL}
          onChange={(alike) => setCell({ alike: alike === ALL ? null : (alike as 'yes' | 'no') })}
          options={[ALL, 'yes', 'no'].map((value) => ({ value, label: t(`alikes.${value as 'all'}`) }))}
        />
        <Verdicts
          first={cell.first}
          second={cell.second}
          onClear={() => setCell({ first: null, second: null })}
        />
      </Toolbar>
      {items.error && !items.data ? (
        <ErrorState error={items.error} retry={() => items.refetch()} />
      ) : (
        <DataTable
          name="agreement-drafts"
          label={t('title')}
          rows={rowsOf(items.data)}
          columns={columns}
          rowId={(item) => item.versionId}
          loading={items.isPending}
          hasMore={items.hasNextPage}
          loadingMore={items.isFetchingNextPage}
          loadMore={items.fetchNextPage}
          empty={
            <EmptyState icon={Scale} title={t('empty')}>
              {t('emptyText')}
            </EmptyState>
          }
        />
      )}
    </>
  )
}

function Verdicts({
  first,
  second,
  onClear,
}: {
  first: Rating | null
  second: Rating | null
  onClear: () => void
}) {
  const t = useTranslations('evaluation.items')
  const words = useTranslations('evaluation.ratings')
  if (!first || !second) return null
  return (
    <button
      type="button"
      onClick={onClear}
      className="rounded-md bg-hover px-2 py-1 text-xs hover:bg-pressed"
      title={t('clear')}
    >
      {t('cell', { first: words(first), second: words(second) })} ×
    </button>
  )
}

function useColumns(project: string): Column<AgreementItem>[] {
  const t = useTranslations('evaluation.items')
  const kinds = useKindName()
  const inWords = useBothLanguages()
  const words = useTranslations('evaluation.verdictsAsked')
  const countOf = (said: AgreementItem['said']) =>
    ratings
      .map((rating) => [rating, said.filter(({ verdict }) => verdict === rating).length] as const)
      .filter(([, count]) => count > 0)
      .map(([rating, count]) => `${words(rating)} ${count}`)
      .join(' · ')
  return [
    {
      id: 'title',
      label: t('draft'),
      cell: ({ title, artifactId, kind }) =>
        kind === 'record' ? (
          inWords(title)
        ) : (
          <FigureLink href={artifactHref(project, kind, artifactId)}>{inWords(title)}</FigureLink>
        ),
    },
    { id: 'kind', label: t('kind'), width: '7rem', from: 'md', cell: ({ kind }) => kinds(kind) },
    {
      id: 'said',
      label: t('said'),
      width: '60%',
      cell: ({ said }) => (
        <>
          <span className="flex items-center gap-x-3 overflow-hidden max-md:hidden">
            {said.map(({ reviewer, verdict }, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: reviewers whose names are not told have nothing else
              <span key={at} className="flex items-center gap-1 whitespace-nowrap">
                <span className="text-muted text-xs">{reviewer ?? t('somebody')}</span>
                <StatusBadge status={STATUS[verdict]} />
              </span>
            ))}
          </span>
          <span className="md:hidden">{countOf(said)}</span>
        </>
      ),
    },
    {
      id: 'ratedAt',
      label: t('at'),
      width: '6rem',
      from: 'md',
      cell: ({ ratedAt }) => <TimeAgo at={ratedAt} />,
    },
  ]
}
