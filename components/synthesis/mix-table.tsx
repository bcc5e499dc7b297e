'use client'

import { useFormatter, useTranslations } from 'next-intl'
import type { MixPart } from '@/components/synthesis/mix-parts'
import { useMixWords } from '@/components/synthesis/use-mix-words'

/** The mix in numbers, part by part; folded, as the picture says most of it. */
export function MixTable({ parts, counted }: { parts: readonly MixPart[]; counted: boolean }) {
  const t = useTranslations('synthesis.mix')
  const words = useMixWords()
  const format = useFormatter()
  const total = parts.reduce((sum, { amount }) => sum + amount, 0)
  return (
    <details>
      <summary className="w-fit cursor-default text-muted text-xs hover:text-fg">
        {t('table', { count: parts.length })}
      </summary>
      <div className="overflow-x-auto pt-2">
        <table className="w-full max-w-3xl border-collapse text-left text-xs">
          <thead className="text-muted">
            <tr>
              {(['form', 'strategies', 'carrier'] as const).map((column) => (
                <th key={column} scope="col" className="py-1 pr-4 font-normal">
                  {t(column)}
                </th>
              ))}
              {counted && (
                <th scope="col" className="py-1 pr-4 text-right font-normal">
                  {t('count')}
                </th>
              )}
              <th scope="col" className="py-1 text-right font-normal">
                {t('share')}
              </th>
            </tr>
          </thead>
          <tbody>
            {parts.map(({ taskForm, strategies, carrier, amount }) => (
              <tr key={`${taskForm}/${strategies.join('+')}/${carrier}`} className="hairline-t">
                <td className="py-1 pr-4">{words.form(taskForm)}</td>
                <td className="py-1 pr-4">{words.strategies(strategies.join('+'))}</td>
                <td className="py-1 pr-4">{words.carrier(carrier)}</td>
                {counted && <td className="py-1 pr-4 text-right tabular-nums">{format.number(amount)}</td>}
                <td className="py-1 text-right tabular-nums">
                  {format.number(amount / total, { style: 'percent', maximumFractionDigits: 1 })}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}
