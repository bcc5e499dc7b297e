'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { useEvidence } from '@/components/reviews/desk.query'
import type { EvidenceTab } from '@/components/reviews/evidence-tab'
import { EvidenceTabs } from '@/components/reviews/evidence-tabs'
import { FigureChoices } from '@/components/reviews/figure-list'
import type { Selection } from '@/components/reviews/selection'
import { type AddExample, SentenceList } from '@/components/reviews/sentence-list'
import { ErrorState } from '@/components/ui/error-state'
import { Skeleton } from '@/components/ui/skeleton'
import type { GuidelineEvidence } from '@/lib/artifacts/kinds/guideline/evidence'
import type { DeskItemOf } from '@/lib/reviews/schema'

type Props = {
  project: string
  item: DeskItemOf<'guideline'>
  tab: EvidenceTab
  shown: Selection | null
  onTab: (tab: EvidenceTab) => void
  onShow: (selection: Selection | null) => void
  onAdd?: AddExample
}

/** What the corpus says: figures above, the sentences behind the chosen one below. */
export function EvidencePane(props: Props) {
  const { project, item, shown, onShow } = props
  const { data: evidence, error, refetch } = useEvidence(project, item.version)
  if (error && !evidence) return <ErrorState error={error} retry={() => void refetch()} />
  if (!evidence) return <EvidenceSkeleton />
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <EvidenceSummary evidence={evidence} />
      <FigureChoices shown={shown} onShow={(next) => onShow(next.key === shown?.key ? null : next)}>
        <EvidenceTabs evidence={evidence} tab={props.tab} onTab={props.onTab} />
      </FigureChoices>
      <SentenceList
        project={project}
        corpus={item.corpus.id}
        version={item.version.id}
        evidence={evidence}
        shown={shown}
        onAll={() => onShow(null)}
        onAdd={props.onAdd}
      />
    </div>
  )
}

function EvidenceSummary({ evidence }: { evidence: GuidelineEvidence }) {
  const t = useTranslations('reviews')
  const format = useFormatter()
  const { mentions, instances, distinct, complete } = evidence
  return (
    <header className="flex items-baseline justify-between gap-3 px-4 pt-3 pb-1">
      <h2 className="shrink-0 font-semibold text-sm">{t('desk.parts.evidence')}</h2>
      <p className="text-muted text-xs" title={format.number(mentions)}>
        {t('evidence.mentions', { form: evidence.form, count: mentions, instances })}
        {distinct > 0 && evidence.form !== 'tc' && (
          <> · {t(complete ? 'evidence.distinct' : 'evidence.atLeast', { count: distinct })}</>
        )}
      </p>
    </header>
  )
}

function EvidenceSkeleton() {
  const t = useTranslations('reviews.evidence')
  return (
    <div className="flex flex-col gap-3 p-4" role="status" aria-label={t('loading')}>
      <Skeleton className="w-2/3" />
      <Skeleton className="h-7" />
      {['w-full', 'w-11/12', 'w-full', 'w-4/5', 'w-full', 'w-3/4'].map((width, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line of a skeleton is its place
        <Skeleton key={index} className={width} />
      ))}
    </div>
  )
}
