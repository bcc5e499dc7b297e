'use client'

import { useTranslations } from 'next-intl'
import { Select } from '@/components/ui/select'
import type { ReviewPlan } from '@/lib/reviews/plans/model'

const EVERY = [0, 5, 10, 20, 50, 100]
const COUNTS = [0, 3, 5, 10, 15, 20]
/** The bar to begin with: that many of ten. */
const BAR = 0.8

type Props = {
  plan: Pick<ReviewPlan, 'goldEvery' | 'warmUpCount' | 'warmUpBar'>
  kind: string
  isFixed: boolean
  onChange: (change: Partial<ReviewPlan>) => void
}

/** How often gold questions come, and what a newcomer has to pass first. */
export function PlanGold({ plan, kind, isFixed, onChange }: Props) {
  const t = useTranslations('goldQuestions.plan')
  const { goldEvery, warmUpCount, warmUpBar } = plan
  const chosen = (
    value: number,
    label: (count: number) => string,
    name: string,
    offered: readonly number[],
  ) => ({
    ...{ size: 'sm' as const, disabled: isFixed, label: `${kind}: ${name}`, value: String(value) },
    options: [...new Set([...offered, value])]
      .toSorted((one, other) => one - other)
      .map((count) => ({ value: String(count), label: label(count) })),
  })
  return (
    <div className="col-span-full flex flex-wrap items-center gap-x-6 gap-y-2 text-xs">
      <span className="flex items-center gap-2">
        <span className="text-muted">{t('gold')}</span>
        <Select
          {...chosen(
            goldEvery,
            (count) => (count === 0 ? t('none') : t('every', { count })),
            t('gold'),
            EVERY,
          )}
          onChange={(value) => onChange({ goldEvery: Number(value) as 0 })}
        />
      </span>
      <span className="flex flex-wrap items-center gap-2">
        <span className="text-muted">{t('warmUp')}</span>
        <Select
          {...chosen(
            warmUpCount,
            (count) => (count === 0 ? t('none') : t('set', { count })),
            t('warmUp'),
            COUNTS,
          )}
          onChange={(value) =>
            onChange({ warmUpCount: Number(value), warmUpBar: Math.ceil(Number(value) * BAR) })
          }
        />
        {warmUpCount > 0 && (
          <Select
            {...chosen(
              warmUpBar,
              (count) => t('bar', { count }),
              t('barLabel'),
              Array.from({ length: warmUpCount + 1 }, (_, count) => count),
            )}
            onChange={(value) => onChange({ warmUpBar: Number(value) })}
          />
        )}
      </span>
    </div>
  )
}
