'use client'

import { useTranslations } from 'next-intl'
import { useProject } from '@/components/projects/current-project'
import { PLAN_COLUMNS, PlanRow } from '@/components/reviews/plans/plan-row'
import { usePlans, useSetPlan } from '@/components/reviews/plans/plans.query'
import { ErrorLine } from '@/components/ui/error-state'
import type { Plans } from '@/lib/reviews/plans/schema'

/** A row per kind: by how many its drafts are decided, by whom, and in which order. */
export function PlanTable({ initial }: { initial: Plans }) {
  const t = useTranslations('plans')
  const { slug, allows } = useProject()
  const { data } = usePlans(slug, initial)
  const set = useSetPlan(slug)
  return (
    <div className="min-h-0 flex-1 overflow-y-auto">
      <p className="px-4 pt-3 text-muted">{t('intro')}</p>
      <ErrorLine error={set.error} className="px-4 pt-3" />
      {set.data?.jobId && (
        <p className="px-4 pt-3 text-waiting" role="status">
          {t('byJob')}
        </p>
      )}
      <div
        aria-hidden
        className={`hairline-b mx-4 hidden gap-x-6 pt-3 pb-1 text-muted text-xs lg:grid ${PLAN_COLUMNS}`}
      >
        <span />
        <span className="text-center">{t('overlap')}</span>
        <span>{t('strategy')}</span>
        <span>{t('who')}</span>
        <span />
      </div>
      <ul aria-label={t('label')} className="flex flex-col px-4 pb-8">
        {data.plans.map((plan) => (
          <PlanRow
            key={plan.kind}
            plan={plan}
            people={data.people}
            isFixed={!allows('lead')}
            isBusy={set.isPending && set.variables.kind === plan.kind}
            onChange={(change) => set.mutate({ kind: plan.kind, change })}
          />
        ))}
      </ul>
    </div>
  )
}
