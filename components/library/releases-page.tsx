'use client'

import { useQuery } from '@tanstack/react-query'
import { Tag } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useFormatter, useTranslations } from 'next-intl'
import { CutRelease } from '@/components/library/cut-release'
import { releasesQuery } from '@/components/library/library.query'
import { LibraryTabs } from '@/components/library/library-tabs'
import { StaleMark } from '@/components/lineage/stale-mark'
import { ColumnChoice } from '@/components/ui/column-choice'
import { type Column, DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { ErrorState } from '@/components/ui/error-state'
import { TextLink } from '@/components/ui/text-link'
import { TimeAgo } from '@/components/ui/time-ago'
import type { ReleaseView } from '@/lib/library/releases/schema'

/** Frozen sets of approved versions, newest first, and the deed that cuts the next. */
export function ReleasesPage({ project, canLead }: { project: string; canLead: boolean }) {
  const t = useTranslations('library.releases')
  const router = useRouter()
  const releases = useQuery(releasesQuery(project))
  const columns = useColumns(project)
  const cut = canLead && releases.data && releases.data.next.approved > 0 && (
    <CutRelease project={project} releases={releases.data} />
  )
  return (
    <>
      <LibraryTabs
        project={project}
        at="releases"
        actions={
          releases.data?.items.length ? (
            <>
              <ColumnChoice name="releases" columns={columns} />
              {cut}
            </>
          ) : undefined
        }
      />
      {releases.isError && !releases.data ? (
        <ErrorState error={releases.error} retry={() => releases.refetch()} />
      ) : (
        <DataTable
          name="releases"
          label={t('columns.number')}
          rows={releases.data?.items ?? []}
          columns={columns}
          rowId={(release) => release.id}
          onOpen={(release) => router.push(`/p/${project}/library/releases/${release.number}` as never)}
          loading={releases.isPending}
          empty={
            <EmptyState icon={Tag} title={t('empty.title')} action={cut}>
              {releases.data?.next.approved ? t('empty.text') : t('empty.nothingApproved')}
            </EmptyState>
          }
        />
      )}
    </>
  )
}

function useColumns(project: string): Column<ReleaseView>[] {
  const t = useTranslations('library.releases')
  const format = useFormatter()
  return [
    {
      id: 'number',
      label: t('columns.number'),
      width: '15rem',
      cell: (release) => (
        <span className="flex items-center gap-2">
          <TextLink quiet className="font-medium" href={`/p/${project}/library/releases/${release.number}`}>
            {t('detail.title', { number: release.number })}
          </TextLink>
          <StaleMark project={project} of={{ release: release.number }} />
        </span>
      ),
    },
    { id: 'name', label: t('columns.name'), cell: (release) => release.name },
    {
      id: 'items',
      label: t('columns.items'),
      width: '7rem',
      align: 'end',
      cell: (release) => format.number(release.itemCount),
    },
    {
      id: 'runs',
      label: t('columns.runs'),
      width: '5rem',
      align: 'end',
      from: 'sm',
      cell: (release) => format.number(release.runs),
    },
    { id: 'by', label: t('columns.by'), width: '10rem', from: 'md', cell: (release) => release.createdBy },
    {
      id: 'at',
      label: t('columns.at'),
      width: '9rem',
      from: 'sm',
      cell: (release) => <TimeAgo at={release.createdAt} />,
    },
    {
      id: 'hash',
      label: t('columns.hash'),
      width: '9rem',
      optional: true,
      cell: (release) => <code className="font-mono text-xs">{release.contentHash.slice(0, 12)}</code>,
    },
  ]
}
