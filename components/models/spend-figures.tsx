'use client'

import { useFormatter, useTranslations } from 'next-intl'
import type { z } from 'zod'
import { DayChart } from '@/components/models/day-chart'
import { type FigureColumn, FigureTable } from '@/components/models/figure-table'
import { useMoney } from '@/components/models/use-money'
import { TextLink } from '@/components/ui/text-link'
import { MICROS } from '@/lib/calls/model'
import type { readSpendEndpoint } from '@/lib/calls/schema'

type Spend = z.output<typeof readSpendEndpoint.response>
type Sums = Spend['total']
type Props = { project: string; spend: Spend }

/** What was spent: by day as a picture, by prompt and by model in rows, each number with the calls behind it. */
export function SpendFigures({ project, spend }: Props) {
  const t = useTranslations('models.spend')
  const format = useFormatter()
  const money = useMoney(spend.currency)
  const { total, days, prompts, models, currency } = spend
  const sums = useSumColumns(currency).filter(({ id }) => id !== 'presumed' || total.presumed > 0)
  const callsOf = (filter: Record<string, string>) =>
    `/p/${project}/models/calls?${new URLSearchParams(filter)}`
  return (
    <div className="flex flex-col gap-6">
      <p>
        <span className="font-medium text-lg tabular-nums">{money(total.cost)}</span>{' '}
        <span className="text-muted">
          {t('totals', {
            count: total.calls,
            tokens: format.number(total.tokens.prompt + total.tokens.completion),
          })}
        </span>
        {total.presumed > 0 && (
          <span className="block text-muted text-xs">{t('presumed', { sum: money(total.presumed) })}</span>
        )}
      </p>
      <section aria-label={t('byDay')} className="flex flex-col gap-2">
        <DayChart days={days} currency={currency} />
        <FigureTable
          isFolded
          name={t('byDay')}
          rows={days}
          rowId={({ day }) => day}
          columns={[
            { id: 'day', label: t('columns.day'), cell: ({ day }) => day, plain: ({ day }) => day },
            ...sums,
          ]}
        />
      </section>
      <section aria-label={t('byPrompt')} className="flex flex-col gap-1">
        <h3 className="font-medium text-xs">{t('byPrompt')}</h3>
        <FigureTable
          name={t('byPrompt')}
          rows={prompts}
          rowId={({ prompt, version }) => `${prompt}@${version}`}
          columns={[
            {
              id: 'prompt',
              label: t('columns.prompt'),
              cell: ({ prompt, version }) => (
                <TextLink quiet href={callsOf({ prompt })} className="font-mono">
                  {`${prompt}@${version}`}
                </TextLink>
              ),
              plain: ({ prompt, version }) => `${prompt}@${version}`,
            },
            ...sums,
          ]}
        />
      </section>
      <section aria-label={t('byModel')} className="flex flex-col gap-1">
        <h3 className="font-medium text-xs">{t('byModel')}</h3>
        <FigureTable
          name={t('byModel')}
          rows={models}
          rowId={({ model, connectionName }) => `${connectionName}/${model}`}
          columns={[
            {
              id: 'model',
              label: t('columns.model'),
              cell: ({ model }) => (
                <TextLink quiet href={callsOf({ model })} className="font-mono">
                  {model}
                </TextLink>
              ),
              plain: ({ model }) => model,
            },
            {
              id: 'connection',
              label: t('columns.connection'),
              cell: ({ connectionName }) => connectionName,
              plain: ({ connectionName }) => connectionName,
            },
            ...sums,
          ]}
        />
      </section>
    </div>
  )
}

function useSumColumns(currency: string): FigureColumn<Sums>[] {
  const t = useTranslations('models.spend.columns')
  const format = useFormatter()
  const money = useMoney(currency)
  const count = (id: 'calls' | 'promptTokens' | 'completionTokens', of: (sums: Sums) => number) => ({
    ...{ id, label: t(id), isNumber: true, plain: of },
    cell: (sums: Sums) => format.number(of(sums)),
  })
  const sum = (id: 'cost' | 'presumed', of: (sums: Sums) => number) => ({
    ...{ id, label: t(id), isNumber: true, cell: (sums: Sums) => money(of(sums)) },
    plain: (sums: Sums) => of(sums) / MICROS,
  })
  return [
    count('calls', ({ calls }) => calls),
    count('promptTokens', ({ tokens }) => tokens.prompt),
    count('completionTokens', ({ tokens }) => tokens.completion),
    sum('cost', ({ cost }) => cost),
    sum('presumed', ({ presumed }) => presumed),
  ]
}
