'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { surveyQuery, useSurveyCorpus } from '@/components/corpora/survey.query'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { ErrorLine } from '@/components/ui/error-state'
import type { CorpusView } from '@/lib/corpora/schema'

type Props = { project: string; corpus: CorpusView; canLead: boolean }

/** Why there are no figures and nothing can be found yet, and what to do about it. */
export function SurveyNotice({ project, corpus, canLead }: Props) {
  const t = useTranslations('survey.notice')
  const { data } = useQuery(surveyQuery(project, corpus.id))
  const order = useSurveyCorpus(project, corpus.id)
  if (corpus.state === 'importing')
    return <EmptyState title={t('importing')}>{t('importingText')}</EmptyState>
  if (!data || data.survey?.phase === 'ready') return null
  if (data.jobId) return <EmptyState title={t('running')}>{t('runningText')}</EmptyState>
  return (
    <EmptyState
      title={t('none')}
      action={
        canLead && (
          <>
            <Button variant="primary" busy={order.isPending} onClick={() => order.mutate()}>
              {t('order')}
            </Button>
            <ErrorLine error={order.error} className="pt-3" />
          </>
        )
      }
    >
      {t(canLead ? 'noneText' : 'askLead')}
    </EmptyState>
  )
}
