'use client'

import { History } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { parseAsString, useQueryState } from 'nuqs'
import { useMemo, useState } from 'react'
import { useActivityText } from '@/components/projects/activity-text'
import { useProject } from '@/components/projects/current-project'
import { useActivity } from '@/components/projects/projects.query'
import { Button } from '@/components/ui/button'
import { ColumnChoice } from '@/components/ui/column-choice'
import { type Column, DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { ErrorState } from '@/components/ui/error-state'
import { rowsOf } from '@/components/ui/keyset'
import { PageHeader } from '@/components/ui/page-header'
import { Select } from '@/components/ui/select'
import { Sheet } from '@/components/ui/sheet'
import { TimeAgo } from '@/components/ui/time-ago'
import { Toolbar } from '@/components/ui/toolbar'
import type { Activity } from '@/lib/projects/schema'

/** The audit log: who did what, when, and how they came. */
export function ActivityLog() {
  const t = useTranslations('projects.activity')
  const { slug } = useProject()
  const [action, setAction] = useQueryState('action', parseAsString.withDefault(''))
  const [open, setOpen] = useState<Activity | null>(null)
  const activity = useActivity(slug, { action: action || undefined })
  const columns = useColumns()
  const actions = useActions()
  const rows = useMemo(() => rowsOf(activity.data), [activity.data])
  const options = [{ value: '', label: t('all') }, ...actions]
  return (
    <>
      <PageHeader title={t('title')} />
      <Toolbar end={<ColumnChoice name="activity" columns={columns} />}>
        <Select size="sm" label={t('filter')} value={action} options={options} onChange={setAction} />
      </Toolbar>
      {activity.error && rows.length === 0 ? (
        <ErrorState error={activity.error} retry={() => activity.refetch()} />
      ) : (
        <DataTable
          name="activity"
          label={t('label')}
          rows={rows}
          columns={columns}
          rowId={(row) => row.id}
          onOpen={setOpen}
          loading={activity.isPending}
          loadMore={activity.fetchNextPage}
          hasMore={activity.hasNextPage}
          loadingMore={activity.isFetchingNextPage}
          empty={
            action ? (
              <EmptyState
                icon={History}
                title={t('emptyFiltered')}
                action={<Button onClick={() => setAction('')}>{t('showAll')}</Button>}
              />
            ) : (
              <EmptyState icon={History} title={t('empty')} />
            )
          }
        />
      )}
      {open && <ActivityDetails item={open} onClose={() => setOpen(null)} />}
    </>
  )
}

function useColumns(): Column<Activity>[] {
  const t = useTranslations('projects.activity')
  const textOf = useActivityText()
  return [
    {
      id: 'action',
      label: t('action'),
      cell: (row) => {
        const { actor, deed, subject } = textOf(row)
        return (
          <>
            <span className="font-medium">{actor}</span> <span className="text-muted">{deed}</span> {subject}
          </>
        )
      },
    },
    {
      id: 'via',
      label: t('via'),
      width: '9rem',
      from: 'md',
      cell: (row) => <span className="text-muted">{isVia(row.via) ? t(`vias.${row.via}`) : row.via}</span>,
    },
    {
      id: 'subject',
      label: t('subject'),
      width: '13rem',
      from: 'lg',
      optional: true,
      cell: (row) => <span className="font-mono text-muted text-xs">{row.subjectId}</span>,
    },
    {
      id: 'at',
      label: t('at'),
      width: '6.5rem',
      align: 'end',
      cell: (row) => <TimeAgo at={row.at} className="text-muted" />,
    },
  ]
}

function isVia(via: string): via is 'session' | 'token' | 'system' {
  return via === 'session' || via === 'token' || via === 'system'
}

/** The kinds of deeds that the filter offers, in words. */
function useActions() {
  const t = useTranslations('projects.activity.actions')
  return FILTERED.map((value) => ({ value: value as string, label: t(value) }))
}

const FILTERED = [
  'draft.decided',
  'decision.undone',
  'corpus.imported',
  'guidelines.ordered',
  'guideline.drafted',
  'release.cut',
  'run.started',
  'member.joined',
  'member.role-changed',
  'member.removed',
  'invitation.made',
] as const

function ActivityDetails({ item, onClose }: { item: Activity; onClose: () => void }) {
  const t = useTranslations('projects.activity')
  const format = useFormatter()
  const { actor, deed, subject } = useActivityText()(item)
  const facts: [string, string][] = [
    [t('at'), format.dateTime(new Date(item.at), { dateStyle: 'full', timeStyle: 'medium' })],
    [t('actor'), actor],
    [t('via'), isVia(item.via) ? t(`vias.${item.via}`) : item.via],
    [t('subject'), `${item.subjectKind} ${item.subjectId}`],
  ]
  return (
    <Sheet open onOpenChange={(next) => !next && onClose()} title={`${actor} ${deed} ${subject}`}>
      <dl className="grid grid-cols-[5rem_1fr] gap-x-3 gap-y-2">
        {facts.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-muted">{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <h3 className="pt-5 pb-1 text-muted">{t('details')}</h3>
      <pre className="overflow-x-auto rounded-md bg-sunken p-3 font-mono text-xs">
        {JSON.stringify(item.data, null, 2)}
      </pre>
    </Sheet>
  )
}
