'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { ExportDialog } from '@/components/exports/export-dialog'
import { RecordLineage } from '@/components/lineage/record-lineage'
import { StaleNote } from '@/components/lineage/stale-mark'
import { JobsOf } from '@/components/projects/jobs-of'
import { InstructionRecord } from '@/components/synthesis/instruction-record'
import { RunAudit } from '@/components/synthesis/run-audit'
import { RunMix } from '@/components/synthesis/run-mix'
import type { RunCorpus } from '@/components/synthesis/run-sources'
import { RunState } from '@/components/synthesis/run-state'
import { runQuery, useInstructions } from '@/components/synthesis/runs.query'
import { Button } from '@/components/ui/button'
import { ErrorLine } from '@/components/ui/error-state'
import { rowsOf } from '@/components/ui/keyset'
import { PageHeader } from '@/components/ui/page-header'
import type { RunView } from '@/lib/synthesis/schema'

type Props = { project: string; canLead: boolean; first: RunView; corpora: RunCorpus[] }

export function RunDetail({ project, canLead, first, corpora }: Props) {
  const t = useTranslations('synthesis')
  const { data: run = first } = useQuery({ ...runQuery(project, first.number), initialData: first })
  const nameOf = (id: string) => corpora.find((corpus) => corpus.id === id)?.name ?? id
  const { name, seed } = run.recipe
  return (
    <>
      <PageHeader
        crumbs={[{ label: t('title'), href: `/p/${project}/compose` }]}
        title={t('run.title', { number: run.number })}
        aside={<RunState state={run.state}>{t(`states.${run.state}`)}</RunState>}
        actions={
          canLead &&
          run.state === 'done' && <ExportDialog project={project} runs={[run]} label={t('run.export')} />
        }
      />
      <div className="relative flex min-h-0 flex-1 flex-col gap-6 overflow-y-auto p-4">
        <p className="text-muted">{t('run.sub', { recipe: name, release: run.releaseNumber, seed })}</p>
        <StaleNote project={project} of={{ run: run.number }} />
        <JobsOf project={project} subject={run.id} canCancel={canLead} />
        {run.state === 'failed' && <p className="text-rejected">{t('run.failed')}</p>}
        <RunMix project={project} run={run} corpora={corpora} />
        {run.state === 'done' && <RunAudit project={project} run={run} canLead={canLead} />}
        {run.state === 'done' && <Records project={project} run={run} nameOf={nameOf} />}
      </div>
    </>
  )
}

function Records({
  project,
  run,
  nameOf,
}: {
  project: string
  run: RunView
  nameOf: (id: string) => string
}) {
  const t = useTranslations('synthesis.run')
  const records = useInstructions(project, run.number, run.state === 'done')
  return (
    <section className="flex flex-col gap-4">
      <h2 className="font-semibold">{t('records')}</h2>
      <ErrorLine error={records.error} />
      <ol className="flex max-w-4xl flex-col gap-8">
        {rowsOf(records.data).map((record) => (
          <li key={record.id} className="hairline-b pb-6">
            <InstructionRecord
              project={project}
              release={run.releaseNumber}
              record={record}
              nameOf={nameOf}
              actions={<RecordLineage project={project} record={record} seed={run.recipe.seed} />}
            />
          </li>
        ))}
      </ol>
      {records.hasNextPage && (
        <Button
          className="self-start"
          busy={records.isFetchingNextPage}
          onClick={() => records.fetchNextPage()}
        >
          {t('more')}
        </Button>
      )}
    </section>
  )
}
