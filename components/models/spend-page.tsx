'use client'

import { useQuery } from '@tanstack/react-query'
import { Coins } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { parseAsInteger, useQueryState } from 'nuqs'
import { BudgetDialog } from '@/components/models/budget-dialog'
import { BudgetMeter } from '@/components/models/budget-meter'
import { connectionsQuery } from '@/components/models/connections.query'
import { ModelsHead } from '@/components/models/models-head'
import { PagePart } from '@/components/models/page-part'
import { PayingJobs } from '@/components/models/paying-jobs'
import { useLiveBudget, useSpend } from '@/components/models/spend.query'
import { SpendFigures } from '@/components/models/spend-figures'
import { StandInNote } from '@/components/models/stand-in'
import { EmptyState } from '@/components/ui/empty-state'
import { ErrorState } from '@/components/ui/error-state'
import { Select } from '@/components/ui/select'
import { Skeleton } from '@/components/ui/skeleton'
import type { BudgetView } from '@/lib/calls/schema'

const SPANS = [7, 30, 90, 366]

/** What models may cost, what they have cost, and what is costing now. */
export function SpendPage({ project }: { project: string }) {
  const t = useTranslations('models.spend')
  const [days, setDays] = useQueryState('days', parseAsInteger.withDefault(30))
  const budget = useLiveBudget(project)
  const spend = useSpend(project, Math.min(366, Math.max(1, days)))
  const connections = useQuery(connectionsQuery(project))
  return (
    <>
      <ModelsHead project={project} at="spend" />
      <StandInNote connections={connections.data?.items ?? []} />
      <div className="mx-auto flex w-full max-w-5xl flex-col gap-8 px-4 py-6">
        {budget.error && !budget.data && <ErrorState error={budget.error} retry={() => budget.refetch()} />}
        {budget.isPending && <Skeleton className="h-24" />}
        {budget.data && <Budget project={project} budget={budget.data} />}
        <PagePart title={t('running')}>
          <PayingJobs project={project} />
        </PagePart>
        <PagePart
          title={t('title')}
          aside={
            <Select
              size="sm"
              label={t('span')}
              value={String(days)}
              onChange={(value) => setDays(Number(value))}
              options={SPANS.map((count) => ({ value: String(count), label: t('days', { count }) }))}
            />
          }
        >
          {spend.error && !spend.data && <ErrorState error={spend.error} retry={() => spend.refetch()} />}
          {spend.isPending && <Skeleton className="h-40" />}
          {spend.data?.total.calls === 0 && (
            <EmptyState icon={Coins} title={t('empty.title')}>
              {t('empty.text')}
            </EmptyState>
          )}
          {spend.data && spend.data.total.calls > 0 && <SpendFigures project={project} spend={spend.data} />}
        </PagePart>
      </div>
    </>
  )
}

function Budget({ project, budget }: { project: string; budget: BudgetView }) {
  const t = useTranslations('models.spend')
  const { currency, spent, reserved, totalLimit, dayLimit, today, shareAnswers } = budget
  const isOver = totalLimit !== null && spent >= totalLimit
  const isOverDay = dayLimit !== null && today.spent >= dayLimit
  return (
    <PagePart title={t('budget')} aside={<BudgetDialog project={project} budget={budget} />}>
      <div className="flex flex-wrap gap-x-10 gap-y-4">
        <BudgetMeter title={t('total')} {...{ currency, spent, reserved }} limit={totalLimit} />
        <BudgetMeter
          title={t('today')}
          currency={currency}
          spent={today.spent}
          reserved={today.reserved}
          limit={dayLimit}
        />
      </div>
      {totalLimit === null && dayLimit === null && <p className="text-waiting">{t('noLimits')}</p>}
      {(isOver || isOverDay) && (
        <p role="status" className="rounded-md bg-rejected-soft px-3 py-2 text-rejected">
          {t(isOver ? 'over' : 'overDay')}
        </p>
      )}
      <p className="reading text-muted text-sm">{t('atLimit')}</p>
      <p className="text-muted text-xs">
        {t(shareAnswers ? 'shares' : 'sharesNot')} {t('dayUtc')}
      </p>
    </PagePart>
  )
}
