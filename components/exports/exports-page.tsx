'use client'

import { FileOutput } from 'lucide-react'
import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import { ExportDialog } from '@/components/exports/export-dialog'
import { useExports } from '@/components/exports/exports.query'
import { StaleMark } from '@/components/lineage/stale-mark'
import { JobsOf } from '@/components/projects/jobs-of'
import { RunState } from '@/components/synthesis/run-state'
import { useRuns } from '@/components/synthesis/runs.query'
import { Button, buttonClasses } from '@/components/ui/button'
import { useBytes } from '@/components/ui/bytes'
import { EmptyState } from '@/components/ui/empty-state'
import { ErrorState } from '@/components/ui/error-state'
import { rowsOf } from '@/components/ui/keyset'
import { PageHeader } from '@/components/ui/page-header'
import { Skeleton } from '@/components/ui/skeleton'
import { TextLink } from '@/components/ui/text-link'
import { TimeAgo } from '@/components/ui/time-ago'
import type { ExportView } from '@/lib/exports/schema'

/** What was written for trainers, newest first. */
export function ExportsPage({ project, canLead }: { project: string; canLead: boolean }) {
  const t = useTranslations('exports')
  const ui = useTranslations('ui.table')
  const exports = useExports(project)
  const runs = useRuns(project)
  const done = rowsOf(runs.data).filter((run) => run.state === 'done') ?? []
  const rows = rowsOf(exports.data)
  return (
    <>
      <PageHeader
        title={t('title')}
        actions={
          canLead && done.length > 0 && <ExportDialog project={project} runs={done} label={t('export')} />
        }
      />
      {exports.isError && !exports.data && (
        <ErrorState error={exports.error} retry={() => exports.refetch()} />
      )}
      {exports.isPending && <Skeleton className="m-4 h-24" />}
      {exports.isSuccess && rows.length === 0 && <Nothing project={project} />}
      <ul className="min-h-0 flex-1 overflow-y-auto">
        {rows.map((one) => (
          <OneExport key={one.id} project={project} canLead={canLead} one={one} />
        ))}
        {exports.hasNextPage && (
          <li className="py-3 text-center">
            <Button size="sm" busy={exports.isFetchingNextPage} onClick={() => exports.fetchNextPage()}>
              {ui('more')}
            </Button>
          </li>
        )}
      </ul>
    </>
  )
}

function Nothing({ project }: { project: string }) {
  const t = useTranslations('exports.empty')
  return (
    <EmptyState
      icon={FileOutput}
      title={t('title')}
      action={
        <Link href={`/p/${project}/compose` as never} className={buttonClasses({ variant: 'primary' })}>
          {t('action')}
        </Link>
      }
    >
      {t('text')}
    </EmptyState>
  )
}

function OneExport({ project, canLead, one }: { project: string; canLead: boolean; one: ExportView }) {
  const t = useTranslations('exports')
  const compose = useTranslations('synthesis')
  const library = useTranslations('library.releases.detail')
  const format = useFormatter()
  const bytes = useBytes()
  return (
    <li className="hairline-b flex flex-col gap-2 px-4 py-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <TextLink href={`/p/${project}/exports/${one.id}`} className="font-medium">
          {t(`formats.${one.format}`)}
        </TextLink>
        <RunState state={one.state}>{t(`states.${one.state}`)}</RunState>
        <StaleMark project={project} of={{ export: one.id }} />
        <TextLink quiet href={`/p/${project}/compose/${one.runNumber}`}>
          {compose('run.title', { number: one.runNumber })}
        </TextLink>
        <TextLink quiet href={`/p/${project}/library/releases/${one.releaseNumber}`}>
          {library('title', { number: one.releaseNumber })}
        </TextLink>
        <span className="text-muted tabular-nums">
          {format.number(one.instructionCount)} {t('columns.records').toLowerCase()}
        </span>
        <span className="ml-auto text-muted">
          {one.createdBy} <TimeAgo at={one.createdAt} />
        </span>
      </div>
      <JobsOf project={project} subject={one.id} canCancel={canLead} />
      {one.state === 'done' && (
        <p className="text-muted text-xs tabular-nums">
          {t('summary', {
            files: one.files.length,
            size: bytes(one.files.reduce((sum, file) => sum + file.bytes, 0)),
          })}
        </p>
      )}
    </li>
  )
}
