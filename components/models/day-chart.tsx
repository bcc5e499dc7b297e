'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { useMoney } from '@/components/models/use-money'

type Props = { days: readonly { day: string; cost: number; calls: number }[]; currency: string }

/** What was spent on each day, as columns; the numbers stand in the table behind it. */
export function DayChart({ days, currency }: Props) {
  const t = useTranslations('models')
  const format = useFormatter()
  const money = useMoney(currency)
  const most = days.reduce((top, one) => (one.cost > top.cost ? one : top), days[0]!)
  const dayOf = (day: string) =>
    format.dateTime(new Date(`${day}T00:00:00Z`), { month: 'short', day: 'numeric', timeZone: 'UTC' })
  const sum = days.reduce((total, { cost }) => total + cost, 0)
  const [from, to] = [dayOf(days[0]!.day), dayOf(days.at(-1)!.day)]
  return (
    <figure className="flex flex-col gap-1">
      <div
        role="img"
        aria-label={t('spend.chart', {
          ...{ from, to, sum: money(sum), most: money(most.cost), day: dayOf(most.day) },
        })}
        className="relative flex h-32 items-end gap-px border-line border-b"
      >
        <span className="absolute top-0 left-0 text-2xs text-muted tabular-nums">{money(most.cost)}</span>
        {days.map(({ day, cost, calls }) => (
          <span
            key={day}
            title={`${dayOf(day)}: ${money(cost)} · ${t('spend.calls', { count: calls })}`}
            className="flex h-full min-w-0 flex-1 items-end pt-5 hover:bg-hover"
          >
            <span
              className="block w-full max-w-16 rounded-t-xs bg-accent opacity-70"
              style={{ height: cost === 0 ? 0 : `max(2px, ${(cost / most.cost) * 100}%)` }}
            />
          </span>
        ))}
      </div>
      <figcaption aria-hidden className="flex justify-between text-2xs text-muted">
        <span>{from}</span>
        <span>{to}</span>
      </figcaption>
    </figure>
  )
}
