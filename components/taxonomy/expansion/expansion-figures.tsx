'use client'

import { useQuery } from '@tanstack/react-query'
import { LoaderCircle } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { EstimateBudget, EstimateFigures } from '@/components/models/draft-estimate'
import { budgetQuery } from '@/components/models/spend.query'
import { ErrorLine } from '@/components/ui/error-state'
import { openReasons } from '@/lib/taxonomy/expansion/model'
import type { ExpansionEstimate, ExpansionPlan } from '@/lib/taxonomy/expansion/schema'

type Props = {
  project: string
  estimate: ExpansionEstimate | undefined
  error: Error | null
  isBatch: boolean
}

/** Before anything is asked: of how many nodes, why, what is there already, and what it costs. */
export function ExpansionFigures({ project, estimate, error, isBatch }: Props) {
  const t = useTranslations('taxonomy.expansion.plan')
  const { data: budget } = useQuery(budgetQuery(project))
  return (
    <section aria-label={t('title')} className="rounded-md bg-sunken p-3" aria-live="polite">
      <h3 className="pb-1 font-medium text-xs">{t('title')}</h3>
      {!estimate && !error && (
        <p className="flex items-center gap-2 text-muted">
          <LoaderCircle className="size-3.5 animate-spin" aria-hidden />
          {t('running')}
        </p>
      )}
      <ErrorLine error={error} />
      {estimate && (
        <>
          <Planned plan={estimate.plan} />
          {estimate.plan.asked > 0 && (
            <>
              <EstimateFigures estimate={estimate} isBatch={isBatch} />
              {budget && <EstimateBudget estimate={estimate} budget={budget} />}
            </>
          )}
        </>
      )}
    </section>
  )
}

function Planned({ plan }: { plan: ExpansionPlan }) {
  const t = useTranslations('taxonomy.expansion.plan')
  const { nodes, openNodes, open, there, waiting } = plan
  const reasons = openReasons.filter((why) => open[why] > 0)
  return (
    <div className="flex flex-col gap-0.5 pb-2 tabular-nums">
      <p>{t('asked', { count: openNodes, nodes })}</p>
      {reasons.length > 0 && (
        <p className="text-muted text-xs">{reasons.map((why) => t(why, { count: open[why] })).join(' · ')}</p>
      )}
      {there > 0 && <p className="text-muted text-xs">{t('there', { count: there })}</p>}
      {waiting > 0 && <p className="text-waiting text-xs">{t('waiting', { count: waiting })}</p>}
    </div>
  )
}
