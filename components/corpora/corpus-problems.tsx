'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { FixList } from '@/components/corpora/fix-list'
import { instancesAddress } from '@/components/corpora/instance-filter'
import { ProblemFixes } from '@/components/corpora/problem-fixes'
import { ProblemGroups } from '@/components/corpora/problem-groups'
import { surveyQuery } from '@/components/corpora/survey.query'
import { SurveyNotice } from '@/components/corpora/survey-notice'
import { EmptyState } from '@/components/ui/empty-state'
import { ErrorState } from '@/components/ui/error-state'
import { TextLink } from '@/components/ui/text-link'
import type { CorpusView } from '@/lib/corpora/schema'

type Props = { project: string; corpus: CorpusView; canLead: boolean }

/** What the survey doubts, kind by kind, with the instances side by side. */
export function CorpusProblems({ project, corpus, canLead }: Props) {
  const t = useTranslations('survey.problems')
  const survey = useQuery(surveyQuery(project, corpus.id))
  if (survey.isError && !survey.data)
    return <ErrorState error={survey.error} retry={() => survey.refetch()} />
  if (survey.data?.survey?.phase !== 'ready')
    return <SurveyNotice project={project} corpus={corpus} canLead={canLead} />
  const { problems } = survey.data.survey.content
  const addressOf = instancesAddress(project, corpus.id)
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-8 overflow-y-auto p-4">
      <FixList project={project} corpus={corpus.id} canLead={canLead} />
      {problems.length === 0 && <EmptyState title={t('none')}>{t('noneText')}</EmptyState>}
      {problems.map(({ kind, instances, groups }) => (
        <section key={kind} className="flex flex-col gap-2">
          <header className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
            <h2 className="font-semibold">{t(`kinds.${kind}`)}</h2>
            <TextLink href={addressOf({ problem: kind })}>{t('counts', { instances, groups })}</TextLink>
            {canLead && groups > 1 && <ProblemFixes project={project} corpus={corpus.id} kind={kind} />}
          </header>
          <p className="max-w-[70ch] text-muted">{t(`about.${kind}`)}</p>
          <ProblemGroups project={project} corpus={corpus.id} kind={kind} canLead={canLead} />
        </section>
      ))}
    </div>
  )
}
