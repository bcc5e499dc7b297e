'use client'

import { useQuery } from '@tanstack/react-query'
import { LoaderCircle } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { type EstimateOf, useEstimate } from '@/components/models/drafting.query'
import { budgetQuery } from '@/components/models/spend.query'
import { useMoney } from '@/components/models/use-money'
import { ErrorLine } from '@/components/ui/error-state'
import type { DraftsEstimate } from '@/lib/artifacts/drafting/model'
import type { BudgetView } from '@/lib/calls/schema'

type Props = { project: string; of: EstimateOf }

/** Before anything is ordered of a model: how many questions, how long, how much, and whether the budget holds it. */
export function DraftEstimate({ project, of }: Props) {
  const t = useTranslations('models.drafting.estimate')
  const { data, error, isFetching } = useEstimate(project, of)
  const { data: budget } = useQuery(budgetQuery(project))
  if (of.connectionId === null) return null
  return (
    <section aria-label={t('title')} className="rounded-md bg-sunken p-3" aria-live="polite">
      <h3 className="pb-1 font-medium text-xs">{t('title')}</h3>
      {isFetching && !data && (
        <p className="flex items-center gap-2 text-muted">
          <LoaderCircle className="size-3.5 animate-spin" aria-hidden />
          {t('running')}
        </p>
      )}
      <ErrorLine error={error} />
      {data && <EstimateFigures estimate={data} isBatch={of.isBatch} />}
      {data && budget && <EstimateBudget estimate={data} budget={budget} />}
    </section>
  )
}

export function EstimateFigures({ estimate, isBatch }: { estimate: DraftsEstimate; isBatch: boolean }) {
  const t = useTranslations('models.drafting.estimate')
  const format = useFormatter()
  const money = useMoney(estimate.currency)
  const { calls, drafts, fromStore, promptTokens, completionTokens, cost, mostCost, seconds } = estimate
  if (calls === 0) return <p>{t('calls', { calls })}</p>
  return (
    <>
      <p className="font-medium text-base tabular-nums">
        {estimate.priced ? t('cost', { cost: money(cost), most: money(mostCost) }) : t('free')}
      </p>
      <ul className="flex flex-col text-muted tabular-nums">
        <li>
          {[
            `${t('calls', { calls })} ${t('drafts', { count: drafts })}`,
            t('fromStore', { count: fromStore }),
          ].join('; ')}
        </li>
        <li>
          {t('tokens', {
            prompt: format.number(promptTokens),
            completion: format.number(completionTokens),
          })}
        </li>
        <li>
          {isBatch
            ? t('batchTime')
            : seconds === null
              ? t('timeUnknown')
              : t('time', { time: durationOf(seconds, format) })}
        </li>
      </ul>
      <p className="pt-1 text-muted text-xs">{t(estimate.measured ? 'measured' : 'guessed')}</p>
      {!estimate.priced && <p className="pt-1 text-waiting">{t('unpriced', { model: estimate.model })}</p>}
    </>
  )
}

export function EstimateBudget({ estimate, budget }: { estimate: DraftsEstimate; budget: BudgetView }) {
  const t = useTranslations('models.drafting.estimate')
  const money = useMoney(budget.currency)
  const left = leftOf(budget)
  if (left === null) return <p className="pt-1 text-waiting text-xs">{t('unlimited')}</p>
  if (estimate.mostCost > left) return <p className="pt-1 text-rejected">{t('over', { sum: money(left) })}</p>
  return <p className="pt-1 text-muted text-xs">{t('left', { sum: money(left) })}</p>
}

/** What may still be spent today, of a project with a limit of any kind. */
function leftOf({ totalLimit, dayLimit, spent, reserved, today }: BudgetView): number | null {
  const lefts = [
    totalLimit === null ? [] : totalLimit - spent - reserved,
    dayLimit === null ? [] : dayLimit - today.spent - today.reserved,
  ].flat()
  return lefts.length === 0 ? null : Math.max(0, Math.min(...lefts))
}

function durationOf(seconds: number, format: ReturnType<typeof useFormatter>): string {
  const unit = seconds < 90 ? 'second' : seconds < 5400 ? 'minute' : 'hour'
  const size = { second: 1, minute: 60, hour: 3600 }[unit]
  return format.number(Math.ceil(seconds / size), { style: 'unit', unit, unitDisplay: 'long' })
}
