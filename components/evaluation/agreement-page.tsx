'use client'

import { Scale } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { AgreementBar } from '@/components/evaluation/agreement-bar'
import { AgreementFigures } from '@/components/evaluation/agreement-figures'
import { type AgreementFilter, useAgreement } from '@/components/evaluation/evaluation.query'
import { PairFigures } from '@/components/evaluation/pair-figures'
import { QualityHead } from '@/components/evaluation/quality-head'
import { itemsHref } from '@/components/evaluation/rows-href'
import { SpanFigures } from '@/components/evaluation/span-figures'
import { useAgreementFilter } from '@/components/evaluation/use-agreement-filter'
import { VerdictMatrix } from '@/components/evaluation/verdict-matrix'
import { PagePart } from '@/components/models/page-part'
import { useProject } from '@/components/projects/current-project'
import { Button, buttonClasses } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { ErrorState } from '@/components/ui/error-state'
import { Skeleton } from '@/components/ui/skeleton'
import type { Agreement } from '@/lib/evaluation/agreement/schema'

/** How far reviewers of the same drafts agree: over everything, a kind, a label, two people, a time. */
export function AgreementPage({ project }: { project: string }) {
  const { asked, ask, filter } = useAgreementFilter()
  const { data, error, isPending, refetch } = useAgreement(project, filter)
  return (
    <>
      <QualityHead project={project} at="agreement" />
      <AgreementBar {...{ project, asked, ask, filter }} />
      {error && !data && <ErrorState error={error} retry={() => refetch()} />}
      {isPending && <Skeleton className="mx-auto mt-6 h-72 w-full max-w-4xl" />}
      {data?.units === 0 && <Nothing {...{ project, filter }} onClear={() => ask(null)} />}
      {data && data.units > 0 && (
        <div className="mx-auto flex w-full max-w-4xl flex-col gap-8 px-4 py-6">
          <AgreementFigures {...{ project, filter, agreement: data }} />
          <Matrix {...{ project, filter, agreement: data }} />
          {!(filter.a && filter.b) && <PairFigures {...{ project, filter, agreement: data }} />}
          <SpanFigures {...{ project, filter }} />
        </div>
      )}
    </>
  )
}

/** Of two people who said what; of many the coincidences. */
function Matrix({
  project,
  filter,
  agreement,
}: {
  project: string
  filter: AgreementFilter
  agreement: Agreement
}) {
  const t = useTranslations('evaluation.matrix')
  const [pair] = filter.a && filter.b ? agreement.pairs : []
  const sides = pair && { rows: pair.a?.name ?? '', columns: pair.b?.name ?? '' }
  const hrefOf = (first: string, second: string) => itemsHref(project, { ...filter, first, second })
  return (
    <PagePart title={t(pair ? 'titlePair' : 'title')}>
      <p className="text-muted text-xs">{t(pair ? 'textPair' : 'text')}</p>
      <VerdictMatrix
        name={t(pair ? 'titlePair' : 'title')}
        {...(sides && { sides })}
        table={pair ? pair.table : agreement.coincidences}
        hrefOf={hrefOf}
      />
    </PagePart>
  )
}

function Nothing({
  project,
  filter,
  onClear,
}: {
  project: string
  filter: AgreementFilter
  onClear: () => void
}) {
  const t = useTranslations('evaluation.agreement.empty')
  const { allows } = useProject()
  if (Object.values(filter).some(Boolean))
    return (
      <EmptyState
        icon={Scale}
        title={t('filteredTitle')}
        action={<Button onClick={onClear}>{t('clear')}</Button>}
      >
        {t('filteredText')}
      </EmptyState>
    )
  return (
    <EmptyState
      icon={Scale}
      title={t('title')}
      action={
        <Link
          href={`/p/${project}/queue${allows('lead') ? '/plan' : ''}` as never}
          className={buttonClasses({ variant: 'primary' })}
        >
          {t(allows('lead') ? 'actionPlan' : 'action')}
        </Link>
      }
    >
      {t('text')}
    </EmptyState>
  )
}
