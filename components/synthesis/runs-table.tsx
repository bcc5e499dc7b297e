'use client'

import { useRouter } from 'next/navigation'
import { useFormatter, useTranslations } from 'next-intl'
import { StaleMark } from '@/components/lineage/stale-mark'
import { RunState } from '@/components/synthesis/run-state'
import { useRuns } from '@/components/synthesis/runs.query'
import { useBytes } from '@/components/ui/bytes'
import { ColumnChoice } from '@/components/ui/column-choice'
import { type Column, DataTable } from '@/components/ui/data-table'
import { ErrorLine } from '@/components/ui/error-state'
import { rowsOf } from '@/components/ui/keyset'
import { TextLink } from '@/components/ui/text-link'
import { TimeAgo } from '@/components/ui/time-ago'
import type { RunView } from '@/lib/synthesis/schema'

export function RunsTable({ project }: { project: string }) {
  const t = useTranslations('synthesis')
  const router = useRouter()
  const runs = useRuns(project)
  const columns = useColumns(project)
  const rows = rowsOf(runs.data)
  return (
    <section className="hairline-t flex flex-col" aria-label={t('runs')}>
      <header className="flex items-center justify-between px-4 pt-3 pb-1">
        <h2 className="font-semibold">{t('runs')}</h2>
        <ColumnChoice name="runs" columns={columns} />
      </header>
      <ErrorLine error={runs.error} className="px-4 pb-2" />
      <div className="flex flex-col" style={{ height: Math.min(420, 34 + Math.max(1, rows.length) * 37) }}>
        <DataTable
          name="runs"
          label={t('runs')}
          rows={rows}
          columns={columns}
          rowId={(run) => run.id}
          onOpen={(run) => router.push(`/p/${project}/compose/${run.number}` as never)}
          loading={runs.isPending}
          hasMore={runs.hasNextPage}
          loadingMore={runs.isFetchingNextPage}
          loadMore={runs.fetchNextPage}
          empty={<p className="px-4 text-muted">{t('noRuns')}</p>}
        />
      </div>
    </section>
  )
}

function useColumns(project: string): Column<RunView>[] {
  const t = useTranslations('synthesis')
  const format = useFormatter()
  const bytes = useBytes()
  return [
    {
      id: 'number',
      label: t('columns.number'),
      width: '15rem',
      cell: (run) => (
        <span className="flex items-center gap-2">
          <TextLink quiet className="font-medium" href={`/p/${project}/compose/${run.number}`}>
            {t('run.title', { number: run.number })}
          </TextLink>
          <StaleMark project={project} of={{ run: run.number }} />
        </span>
      ),
    },
    {
      id: 'state',
      label: t('columns.state'),
      width: '8rem',
      cell: (run) => <RunState state={run.state}>{t(`states.${run.state}`)}</RunState>,
    },
    { id: 'recipe', label: t('columns.recipe'), cell: (run) => run.recipe.name },
    {
      id: 'release',
      label: t('columns.release'),
      width: '5.5rem',
      align: 'end',
      from: 'sm',
      cell: (run) => run.releaseNumber,
    },
    {
      id: 'records',
      label: t('columns.records'),
      width: '6.5rem',
      align: 'end',
      from: 'sm',
      cell: (run) => format.number(run.instructionCount),
    },
    {
      id: 'size',
      label: t('columns.size'),
      width: '6rem',
      align: 'end',
      from: 'md',
      cell: (run) => bytes(run.bytes),
    },
    {
      id: 'exports',
      label: t('columns.exports'),
      width: '5.5rem',
      align: 'end',
      from: 'lg',
      cell: (run) => format.number(run.exports),
    },
    { id: 'by', label: t('columns.by'), width: '9rem', from: 'lg', cell: (run) => run.createdBy },
    {
      id: 'at',
      label: t('columns.at'),
      width: '9rem',
      from: 'md',
      cell: (run) => <TimeAgo at={run.createdAt} />,
    },
  ]
}
