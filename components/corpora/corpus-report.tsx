'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useImportIssues } from '@/components/corpora/corpora.query'
import { IssueRow } from '@/components/corpora/issue-row'
import { PlanReport } from '@/components/corpora/plan-report'
import { Button, buttonClasses } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { ErrorState } from '@/components/ui/error-state'
import { rowsOf } from '@/components/ui/keyset'
import { Select } from '@/components/ui/select'
import { Toolbar } from '@/components/ui/toolbar'
import { type CorpusView, downloadReportEndpoint } from '@/lib/corpora/schema'
import { endpointUrl } from '@/lib/platform/call-endpoint'

const CHOICES = ['all', 'error', 'warning'] as const

/** The lines that were refused, and what was mended in those that went in. */
export function CorpusReport({ project, corpus }: { project: string; corpus: CorpusView }) {
  const t = useTranslations('corpora.detail.report')
  const ui = useTranslations('ui.table')
  const [choice, setChoice] = useState<(typeof CHOICES)[number]>('all')
  const issues = useImportIssues(project, corpus, choice === 'all' ? undefined : choice)
  const rows = rowsOf(issues.data)
  if (issues.isError && !issues.data)
    return <ErrorState error={issues.error} retry={() => issues.refetch()} />
  const isDone = corpus.state !== 'importing' && issues.isSuccess && !issues.isPlaceholderData
  const plan = <PlanReport project={project} corpus={corpus} />
  if (isDone && choice === 'all' && rows.length === 0)
    return (
      <>
        {plan}
        <EmptyState title={t('none')} />
      </>
    )
  return (
    <>
      {plan}
      <Toolbar
        end={
          <a
            className={buttonClasses({ size: 'sm' })}
            href={endpointUrl(downloadReportEndpoint, { params: { project, corpus: corpus.id } })}
          >
            {t('download')}
          </a>
        }
      >
        <Select
          size="sm"
          label={t('what')}
          value={choice}
          onChange={setChoice}
          options={CHOICES.map((value) => ({ value, label: t(value) }))}
        />
        <span className="text-muted">
          {t('summary', { refused: corpus.refusedCount, warnings: corpus.warningCount })}
        </span>
      </Toolbar>
      <ul className="min-h-0 flex-1 overflow-y-auto px-4">
        {rows.map((issue, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line may have the same remark twice; rows are only ever added
          <IssueRow key={index} issue={issue} />
        ))}
        {issues.hasNextPage && (
          <li className="py-3 text-center">
            <Button size="sm" busy={issues.isFetchingNextPage} onClick={() => issues.fetchNextPage()}>
              {ui('more')}
            </Button>
          </li>
        )}
      </ul>
    </>
  )
}
