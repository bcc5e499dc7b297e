'use client'

import { Minus, Plus, TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { PlanGold } from '@/components/reviews/gold/plan-gold'
import { AssigneeMenu } from '@/components/reviews/plans/assignee-menu'
import { IconButton } from '@/components/ui/icon-button'
import { Select } from '@/components/ui/select'
import { MOST_OVERLAP, type ReviewPlan, strategies } from '@/lib/reviews/plans/model'
import type { Plans, PlanView } from '@/lib/reviews/plans/schema'

/** Rows and their heads stand in the same columns where there is room. */
export const PLAN_COLUMNS = 'lg:grid-cols-[minmax(9rem,1fr)_9rem_13rem_12rem_13rem]'

type Props = {
  plan: PlanView
  people: Plans['people']
  isFixed: boolean
  isBusy: boolean
  onChange: (change: Partial<ReviewPlan>) => void
}

export function PlanRow({ plan, people, isFixed, isBusy, onChange }: Props) {
  const t = useTranslations('plans')
  const kind = t(`kinds.${plan.kind}`)
  const asked = people.filter(({ id, role }) => isAsked(plan, { id, role }))
  return (
    <li
      aria-busy={isBusy}
      className={`hairline-b grid grid-cols-1 items-center gap-x-6 gap-y-2 py-3 sm:grid-cols-2 ${PLAN_COLUMNS}`}
    >
      <div className="min-w-0">
        <h2 className="font-medium">{kind}</h2>
        <p className="text-muted text-xs">{t('waiting', { count: plan.waiting })}</p>
      </div>
      <Stepper plan={plan} kind={kind} isFixed={isFixed} onChange={(overlap) => onChange({ overlap })} />
      <Select
        size="sm"
        label={`${kind}: ${t('strategy')}`}
        value={plan.strategy}
        disabled={isFixed}
        options={strategies.map((value) => ({
          value,
          label: t(`strategies.${value}`),
          hint: t(`strategyHints.${value}`),
        }))}
        onChange={(strategy) => onChange({ strategy })}
        className="w-full"
      />
      <AssigneeMenu
        kind={kind}
        assignedTo={plan.assignedTo}
        people={people}
        isFixed={isFixed}
        onChange={(assignedTo) => onChange({ assignedTo })}
      />
      <div className="flex flex-wrap gap-x-4 gap-y-1">
        {(['blind', 'ownDrafts'] as const).map((rule) => (
          <label key={rule} className="flex items-center gap-1.5" title={t(`${rule}Hint`)}>
            <input
              type="checkbox"
              className="size-3.5 accent-accent"
              checked={plan[rule]}
              disabled={isFixed}
              onChange={(event) => onChange({ [rule]: event.currentTarget.checked })}
              aria-label={`${kind}: ${t(`${rule}Hint`)}`}
            />
            {t(rule)}
          </label>
        ))}
      </div>
      {plan.kind !== 'node' && <PlanGold {...{ plan, kind, isFixed, onChange }} />}
      {asked.length < plan.overlap && (
        <p className="col-span-full flex items-center gap-1.5 text-waiting text-xs">
          <TriangleAlert aria-hidden className="size-3.5 shrink-0" />
          {t('tooFew', { count: asked.length })}
        </p>
      )}
    </li>
  )
}

function isAsked({ assignedTo }: PlanView, { id, role }: { id: string; role: string }): boolean {
  return assignedTo.length === 0 || assignedTo.includes(id) || assignedTo.includes(`role:${role}`)
}

function Stepper({
  plan: { overlap },
  kind,
  isFixed,
  onChange,
}: {
  plan: PlanView
  kind: string
  isFixed: boolean
  onChange: (overlap: number) => void
}) {
  const t = useTranslations('plans')
  return (
    <fieldset aria-label={`${kind}: ${t('overlap')}`} className="flex items-center gap-1">
      <IconButton
        icon={Minus}
        label={t('fewer', { kind })}
        disabled={isFixed || overlap <= 1}
        onClick={() => onChange(overlap - 1)}
      />
      <output className="min-w-20 text-center tabular-nums">{t('of', { count: overlap })}</output>
      <IconButton
        icon={Plus}
        label={t('more', { kind })}
        disabled={isFixed || overlap >= MOST_OVERLAP}
        onClick={() => onChange(overlap + 1)}
      />
    </fieldset>
  )
}
