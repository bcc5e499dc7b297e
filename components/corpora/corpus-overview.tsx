'use client'

import { useQuery } from '@tanstack/react-query'
import { useFormatter, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { instancesAddress } from '@/components/corpora/instance-filter'
import { LabelLinks } from '@/components/corpora/label-links'
import { PairMap } from '@/components/corpora/pair-map'
import { surveyQuery } from '@/components/corpora/survey.query'
import { SurveyNotice } from '@/components/corpora/survey-notice'
import { useClassNames } from '@/components/corpora/use-class-names'
import { BarList } from '@/components/ui/bar-list'
import { ErrorState } from '@/components/ui/error-state'
import { Skeleton } from '@/components/ui/skeleton'
import { Stat } from '@/components/ui/stat'
import { TextLink } from '@/components/ui/text-link'
import type { CorpusView } from '@/lib/corpora/schema'
import type { SurveyContent } from '@/lib/corpora/survey/model'

type Props = { project: string; corpus: CorpusView; canLead: boolean }

const LABELS_SHOWN = 12

/** The corpus at a glance: how much of what is in it. Every number leads to the instances that it counts. */
export function CorpusOverview({ project, corpus, canLead }: Props) {
  const t = useTranslations('survey')
  const survey = useQuery(surveyQuery(project, corpus.id))
  const content = survey.data?.survey?.content
  const page = `/p/${project}/corpora/${corpus.id}`
  const addressOf = instancesAddress(project, corpus.id)
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-8 overflow-y-auto p-4 pb-10">
      <Figures corpus={corpus} content={content} page={page} />
      {survey.isError && !survey.data && <ErrorState error={survey.error} retry={() => survey.refetch()} />}
      {survey.isPending && <Skeleton className="h-40" width="100%" />}
      <div className="grid gap-x-12 gap-y-8 lg:grid-cols-2">
        {corpus.labels.length > 0 && (
          <Part
            title={t('labels.title')}
            note={
              corpus.labels.length > LABELS_SHOWN && (
                <TextLink href={`${page}?tab=labels`}>
                  {t('labels.all', { count: corpus.labels.length })}
                </TextLink>
              )
            }
          >
            <LabelLinks
              name={t('labels.title')}
              labels={corpus.labels}
              most={LABELS_SHOWN}
              addressOf={addressOf}
            />
          </Part>
        )}
        {content && <Classes content={content} addressOf={addressOf} />}
      </div>
      {content && content.pairs.labels.length > 1 && (
        <Part title={t('pairs.title')} note={t('pairs.note')}>
          <PairMap pairs={content.pairs} addressOf={addressOf} />
        </Part>
      )}
      <SurveyNotice project={project} corpus={corpus} canLead={canLead} />
    </div>
  )
}

type FiguresProps = { corpus: CorpusView; content: SurveyContent | undefined; page: string }

function Figures({ corpus, content, page }: FiguresProps) {
  const t = useTranslations('survey.figures')
  const format = useFormatter()
  const { instanceCount, itemCount, labels, refusedCount, warningCount } = corpus
  const problems = content?.problems.reduce((sum, { instances }) => sum + instances, 0)
  const mean = (total: number) =>
    format.number(total / Math.max(1, instanceCount), { maximumFractionDigits: 1 })
  return (
    <div className="flex flex-wrap gap-x-10 gap-y-4">
      <Stat label={t('instances')} value={instanceCount} href={`${page}?tab=instances`} />
      <Stat label={t('items')} value={itemCount} note={t('each', { count: mean(itemCount) })} />
      <Stat label={t('labels')} value={labels.length} href={`${page}?tab=labels`} />
      {content && <Stat label={t('length')} value={mean(content.characters)} note={t('lengthUnit')} />}
      <Stat label={t('report')} value={refusedCount + warningCount} href={`${page}?tab=report`} />
      {problems !== undefined && (
        <Stat label={t('problems')} value={problems} href={`${page}?tab=problems`} />
      )}
    </div>
  )
}

type ClassesProps = { content: SurveyContent; addressOf: ReturnType<typeof instancesAddress> }

function Classes({ content, addressOf }: ClassesProps) {
  const t = useTranslations('survey')
  const names = useClassNames()
  const lengths = content.lengths.map(({ from, instances }) => ({
    ...{ key: String(from), label: names.length(from), value: instances, href: addressOf({ length: from }) },
  }))
  const density = content.density.map(({ from, instances }) => ({
    ...{ key: String(from), label: names.items(from), value: instances, href: addressOf({ items: from }) },
  }))
  const languages = content.languages.slice(0, LABELS_SHOWN).map(({ language, instances }) => ({
    ...{ key: language, label: names.language(language), value: instances, href: addressOf({ language }) },
  }))
  return (
    <>
      <Part title={t('lengths.title')} note={t('lengths.note')}>
        <BarList label={t('lengths.title')} bars={lengths} />
      </Part>
      {content.items > 0 && (
        <Part title={t('density.title')} note={t('density.note')}>
          <BarList label={t('density.title')} bars={density} />
        </Part>
      )}
      <Part title={t('languages.title')} note={t('languages.note')}>
        <BarList label={t('languages.title')} bars={languages} />
      </Part>
    </>
  )
}

function Part({ title, note, children }: { title: string; note?: ReactNode; children: ReactNode }) {
  return (
    <section className="flex min-w-0 flex-col gap-2">
      <header className="flex flex-wrap items-baseline gap-x-3">
        <h2 className="font-medium">{title}</h2>
        {note && <p className="text-muted text-xs">{note}</p>}
      </header>
      {children}
    </section>
  )
}
