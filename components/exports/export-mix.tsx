'use client'

import { useFormatter, useTranslations } from 'next-intl'
import type { MixRow } from '@/lib/exports/model'

/** Task, strategies and carrier of the records: how many of each, as bars and as numbers. */
export function ExportMix({ mix, records }: { mix: readonly MixRow[]; records: number }) {
  const t = useTranslations('exports')
  const format = useFormatter()
  const rows = [...mix].sort((a, b) => b.count - a.count)
  const most = Math.max(1, ...rows.map(({ count }) => count))
  const known = (name: string) =>
    t.has(`strategyNames.${name}` as never) ? t(`strategyNames.${name}` as 'strategyNames.basic') : name
  return (
    <table className="w-full max-w-5xl border-collapse text-left">
      <thead className="text-muted text-xs">
        <tr className="hairline-b">
          <th className="py-1.5 pr-4 font-normal">{t('detail.task')}</th>
          <th className="py-1.5 pr-4 font-normal">{t('detail.strategies')}</th>
          <th className="py-1.5 pr-4 font-normal max-sm:hidden">{t('detail.carrier')}</th>
          <th className="w-1/3 py-1.5 pr-4 font-normal max-sm:hidden">
            <span className="sr-only">{t('detail.share')}</span>
          </th>
          <th className="py-1.5 pr-4 text-right font-normal">{t('detail.records')}</th>
          <th className="py-1.5 text-right font-normal">{t('detail.share')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ taskForm, strategies, carrier, count }) => {
          const isBasic = strategies.length === 1 && strategies[0] === 'basic'
          return (
            <tr key={`${taskForm}/${strategies.join('+')}/${carrier}`} className="hairline-b">
              <td className="py-1.5 pr-4">{taskForm}</td>
              <td className="py-1.5 pr-4">{strategies.map(known).join(' + ')}</td>
              <td className="py-1.5 pr-4 font-mono text-xs max-sm:hidden">{carrier}</td>
              <td className="py-1.5 pr-4 max-sm:hidden">
                <span
                  aria-hidden
                  className={`block h-2 rounded-xs ${isBasic ? 'bg-line-strong' : 'bg-accent'}`}
                  style={{ width: `max(2px, ${(count / most) * 100}%)` }}
                />
              </td>
              <td className="py-1.5 pr-4 text-right tabular-nums">{format.number(count)}</td>
              <td className="py-1.5 text-right text-muted tabular-nums">
                {format.number(count / Math.max(1, records), { style: 'percent', maximumFractionDigits: 1 })}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
