'use client'

import { useTranslations } from 'next-intl'
import { useMoney } from '@/components/models/use-money'
import { cn } from '@/components/ui/cn'

type Props = { title: string; currency: string; spent: number; reserved: number; limit: number | null }

/** What is spent and held of a limit: as a bar, in words, and what is left. */
export function BudgetMeter({ title, currency, spent, reserved, limit }: Props) {
  const t = useTranslations('models')
  const money = useMoney(currency)
  const width = (sum: number) => `${limit ? Math.min(1, sum / limit) * 100 : 0}%`
  const isOver = limit !== null && spent >= limit
  const words =
    limit === null
      ? t('money.spent', { spent: money(spent) })
      : t('money.spentOf', { spent: money(spent), limit: money(limit) })
  return (
    <div className="flex min-w-0 flex-1 basis-64 flex-col gap-1">
      <p className="flex flex-wrap items-baseline justify-between gap-x-3">
        <span className="text-muted text-xs">{title}</span>
        <span className="text-muted text-xs">
          {limit === null
            ? t('money.noLimit')
            : t('spend.left', { sum: money(Math.max(0, limit - spent - reserved)) })}
        </span>
      </p>
      <p className={cn('font-medium text-lg tabular-nums', isOver && 'text-rejected')}>{words}</p>
      {limit !== null && (
        <span
          role="img"
          aria-label={`${title}: ${words}`}
          className="flex h-1.5 overflow-hidden rounded-full bg-pressed"
        >
          <span
            className={cn('h-full', isOver ? 'bg-rejected-fill' : 'bg-accent')}
            style={{ width: width(spent) }}
          />
          <span className="h-full bg-accent opacity-40" style={{ width: width(reserved) }} />
        </span>
      )}
      {reserved > 0 && <p className="text-muted text-xs">{t('money.reserved', { sum: money(reserved) })}</p>}
    </div>
  )
}
