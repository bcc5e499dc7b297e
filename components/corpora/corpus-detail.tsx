'use client'

import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { parseAsStringLiteral, useQueryState } from 'nuqs'
import { useState } from 'react'
import { ConfusionTable } from '@/components/corpora/confusion-table'
import { corpusQuery } from '@/components/corpora/corpora.query'
import { CorpusAbout } from '@/components/corpora/corpus-about'
import { CorpusOverview } from '@/components/corpora/corpus-overview'
import { CorpusProblems } from '@/components/corpora/corpus-problems'
import { CorpusReport } from '@/components/corpora/corpus-report'
import { CorpusState } from '@/components/corpora/corpus-state'
import { DraftButtons } from '@/components/corpora/draft-dialog'
import { FixList } from '@/components/corpora/fix-list'
import { instancesAddress } from '@/components/corpora/instance-filter'
import { InstanceList } from '@/components/corpora/instance-list'
import { LabelsOf } from '@/components/corpora/label-book'
import { LabelEditor } from '@/components/corpora/label-editor'
import { LabelLinks } from '@/components/corpora/label-links'
import { LabelNaming } from '@/components/corpora/label-naming'
import { surveyQuery } from '@/components/corpora/survey.query'
import { nothingTyped } from '@/components/corpora/use-label-naming'
import { FinishedDrafting } from '@/components/models/finished-drafting'
import { JobsOf } from '@/components/projects/jobs-of'
import { buttonClasses } from '@/components/ui/button'
import { PageHeader } from '@/components/ui/page-header'
import { Tabs } from '@/components/ui/tabs'
import { FORMATS_SUBJECT } from '@/lib/artifacts/model'
import type { CorpusView } from '@/lib/corpora/schema'

const TABS = ['overview', 'instances', 'labels', 'problems', 'report', 'about'] as const

type Props = { project: string; canLead: boolean; first: CorpusView }

export function CorpusDetail({ project, canLead, first }: Props) {
  const t = useTranslations('corpora')
  const { data: corpus = first } = useQuery({ ...corpusQuery(project, first.id), initialData: first })
  const [tab, setTab] = useQueryState('tab', parseAsStringLiteral(TABS).withDefault('overview'))
  const [naming, setNaming] = useState(nothingTyped)
  const { waiting } = corpus.guidelines
  const { data: surveyed } = useQuery(surveyQuery(project, corpus.id))
  const shown = { project, corpus, canLead }
  const panels = {
    overview: <CorpusOverview {...shown} />,
    instances: <InstanceList {...shown} />,
    labels: (
      <div className="flex min-h-0 flex-1 flex-col gap-8 overflow-y-auto p-4">
        <div className="max-w-3xl">
          <LabelLinks
            name={t('detail.tabs.labels')}
            labels={corpus.labels}
            addressOf={instancesAddress(project, corpus.id)}
          />
        </div>
        {canLead && corpus.state === 'ready' && (
          <>
            <LabelNaming project={project} corpus={corpus.id} state={naming} onState={setNaming} />
            <LabelEditor project={project} corpus={corpus} />
          </>
        )}
        <FixList project={project} corpus={corpus.id} canLead={canLead} />
        <ConfusionTable project={project} corpus={corpus.id} canLead={canLead} />
      </div>
    ),
    problems: <CorpusProblems {...shown} />,
    report: <CorpusReport project={project} corpus={corpus} />,
    about: <CorpusAbout {...shown} />,
  }
  const problems = surveyed?.survey?.content.problems.reduce((sum, { groups }) => sum + groups, 0)
  const counts = {
    overview: undefined,
    instances: corpus.instanceCount,
    labels: corpus.labels.length,
    problems,
    report: corpus.refusedCount + corpus.warningCount,
    about: undefined,
  }
  return (
    <LabelsOf corpus={corpus}>
      <PageHeader
        crumbs={[{ label: t('title'), href: `/p/${project}/corpora` }]}
        title={corpus.name}
        aside={<CorpusState state={corpus.state} />}
        actions={
          corpus.state === 'ready' && (
            <>
              {waiting > 0 && (
                <Link href={`/p/${project}/queue` as never} className={buttonClasses({ variant: 'primary' })}>
                  {t('detail.review', { count: waiting })}
                </Link>
              )}
              {canLead && <DraftButtons project={project} corpus={corpus} />}
            </>
          )
        }
      />
      <JobsOf project={project} subject={corpus.id} canCancel={canLead} className="px-4 pt-3" />
      <JobsOf project={project} subject={FORMATS_SUBJECT} canCancel={canLead} className="px-4 pt-3" />
      {canLead && (
        <>
          <FinishedDrafting project={project} subject={corpus.id} className="px-4 pt-3" />
          <FinishedDrafting project={project} subject={FORMATS_SUBJECT} className="px-4 pt-3" />
        </>
      )}
      {corpus.state === 'failed' && (
        <p role="alert" className="px-4 pt-3 text-rejected">
          {t('detail.failed')}
        </p>
      )}
      <Tabs
        label={corpus.name}
        value={tab}
        onChange={setTab}
        className="min-h-0 flex-1 pt-1"
        panelClassName="flex flex-col"
        listClassName="px-4"
        tabs={TABS.map((value) => ({
          value,
          label: t(`detail.tabs.${value}`),
          count: counts[value],
          panel: panels[value],
        }))}
      />
    </LabelsOf>
  )
}
