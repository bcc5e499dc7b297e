'use client'

import { useQuery } from '@tanstack/react-query'
import { MessagesSquare, X } from 'lucide-react'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs'
import { useCalls } from '@/components/models/calls.query'
import { connectionsQuery } from '@/components/models/connections.query'
import { ModelsHead } from '@/components/models/models-head'
import { useSpend } from '@/components/models/spend.query'
import { StandInNote } from '@/components/models/stand-in'
import { useCallColumns } from '@/components/models/use-call-columns'
import { Button, buttonClasses } from '@/components/ui/button'
import { ColumnChoice } from '@/components/ui/column-choice'
import { DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { ErrorState } from '@/components/ui/error-state'
import { rowsOf } from '@/components/ui/keyset'
import { NothingFits } from '@/components/ui/nothing-fits'
import { SearchField } from '@/components/ui/search-field'
import { Select } from '@/components/ui/select'
import { Toolbar } from '@/components/ui/toolbar'
import { callFilters } from '@/lib/calls/schema'

const OUTCOMES = callFilters.shape.outcome.unwrap().options
const ALL = 'all'
/** Far enough back to know the names of all prompts and models. */
const NAMES_OF_DAYS = 366

/** Every question to a model: filtered and searched in the address, newest first. */
export function CallsPage({ project }: { project: string }) {
  const t = useTranslations('models')
  const router = useRouter()
  const [filter, setFilter] = useQueryStates({
    q: parseAsString,
    prompt: parseAsString,
    model: parseAsString,
    outcome: parseAsStringLiteral(OUTCOMES),
    job: parseAsString,
    about: parseAsString,
  })
  const given = Object.fromEntries(Object.entries(filter).filter(([, value]) => value)) as Record<
    string,
    string
  >
  const calls = useCalls(project, given)
  const connections = useQuery(connectionsQuery(project))
  const { data: spend } = useSpend(project, NAMES_OF_DAYS)
  const columns = useCallColumns(project)
  const choice = (key: 'prompt' | 'model', all: string, names: string[]) => (
    <Select
      size="sm"
      label={t(`calls.columns.${key}`)}
      value={filter[key] ?? ALL}
      onChange={(value) => setFilter({ [key]: value === ALL ? null : value })}
      options={[
        { value: ALL, label: all },
        ...[...new Set([...names, filter[key] ?? []].flat())].map((value) => ({ value, label: value })),
      ]}
    />
  )
  return (
    <>
      <ModelsHead project={project} at="calls" />
      <StandInNote connections={connections.data?.items ?? []} />
      <Toolbar end={<ColumnChoice name="calls" columns={columns} />}>
        <SearchField
          label={t('calls.search')}
          value={filter.q ?? ''}
          onChange={(q) => setFilter({ q: q || null })}
        />
        {choice('prompt', t('calls.allPrompts'), spend?.prompts.map(({ prompt }) => prompt) ?? [])}
        {choice('model', t('calls.allModels'), spend?.models.map(({ model }) => model) ?? [])}
        <Select
          size="sm"
          label={t('calls.columns.outcome')}
          value={filter.outcome ?? ALL}
          onChange={(value) => setFilter({ outcome: value === ALL ? null : value })}
          options={[
            { value: ALL, label: t('calls.allOutcomes') },
            ...OUTCOMES.map((value) => ({ value, label: t(`outcomes.${value}`) })),
          ]}
        />
        {filter.job && <Chip what={t('calls.ofJob')} onDrop={() => setFilter({ job: null })} />}
        {filter.about && (
          <Chip what={t('calls.about', { key: filter.about })} onDrop={() => setFilter({ about: null })} />
        )}
      </Toolbar>
      {calls.error && !calls.data ? (
        <ErrorState error={calls.error} retry={() => calls.refetch()} />
      ) : (
        <DataTable
          name="calls"
          label={t('calls.label')}
          rows={rowsOf(calls.data)}
          columns={columns}
          rowId={(call) => call.id}
          onOpen={(call) => router.push(`/p/${project}/models/calls/${call.id}` as never)}
          loading={calls.isPending}
          hasMore={calls.hasNextPage}
          loadingMore={calls.isFetchingNextPage}
          loadMore={calls.fetchNextPage}
          empty={
            <Nothing
              project={project}
              filtered={Object.keys(given).length > 0}
              onClear={() => setFilter(null)}
            />
          }
        />
      )}
    </>
  )
}

function Chip({ what, onDrop }: { what: string; onDrop: () => void }) {
  const t = useTranslations('models.calls')
  return (
    <Button size="sm" aria-label={t('dropFilter', { what })} onClick={onDrop} className="max-w-64">
      <span className="truncate">{what}</span>
      <X aria-hidden />
    </Button>
  )
}

function Nothing({
  project,
  filtered,
  onClear,
}: {
  project: string
  filtered: boolean
  onClear: () => void
}) {
  const t = useTranslations('models.calls')
  if (filtered) {
    const words = { title: t('filtered.title'), text: t('filtered.text'), clear: t('filtered.action') }
    return <NothingFits {...words} onClear={onClear} />
  }
  return (
    <EmptyState
      icon={MessagesSquare}
      title={t('empty.title')}
      action={
        <Link href={`/p/${project}/models` as never} className={buttonClasses({ variant: 'primary' })}>
          {t('empty.action')}
        </Link>
      }
    >
      {t('empty.text')}
    </EmptyState>
  )
}
