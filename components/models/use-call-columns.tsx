'use client'

import { useQuery } from '@tanstack/react-query'
import { useFormatter, useTranslations } from 'next-intl'
import { CallOutcome, endOf } from '@/components/models/call-outcome'
import { budgetQuery } from '@/components/models/spend.query'
import { useMoney } from '@/components/models/use-money'
import type { Column } from '@/components/ui/data-table'
import { TextLink } from '@/components/ui/text-link'
import { TimeAgo } from '@/components/ui/time-ago'
import type { CallView } from '@/lib/calls/schema'

/** What a list of calls shows of each. */
export function useCallColumns(project: string): Column<CallView>[] {
  const t = useTranslations('models.calls')
  const format = useFormatter()
  const priceOf = useCallPrice(project)
  return [
    {
      id: 'about',
      label: t('columns.about'),
      cell: (call) => (
        <TextLink quiet className="font-medium" href={`/p/${project}/models/calls/${call.id}`}>
          {call.about.key || call.about.kind}
        </TextLink>
      ),
    },
    {
      id: 'outcome',
      label: t('columns.outcome'),
      width: '8rem',
      cell: (call) => <CallOutcome end={endOf(call)} />,
    },
    {
      id: 'prompt',
      label: t('columns.prompt'),
      width: '15rem',
      from: 'sm',
      cell: (call) => (
        <>
          <span className="font-mono text-xs">{`${call.prompt}@${call.version}`}</span>
          {call.turn !== 'only' && <span className="pl-2 text-muted text-xs">{t(`turns.${call.turn}`)}</span>}
        </>
      ),
    },
    {
      id: 'model',
      label: t('columns.model'),
      width: '11rem',
      from: 'md',
      cell: (call) => <span className="font-mono text-xs">{call.model}</span>,
    },
    {
      id: 'connection',
      label: t('columns.connection'),
      width: '9rem',
      optional: true,
      cell: (call) => call.connectionName,
    },
    {
      id: 'tokens',
      label: t('columns.tokens'),
      width: '8rem',
      align: 'end',
      from: 'md',
      cell: (call) =>
        call.tokens && (
          <span className="tabular-nums">
            {t('tokens', {
              prompt: format.number(call.tokens.prompt),
              completion: format.number(call.tokens.completion),
            })}
          </span>
        ),
    },
    {
      id: 'cost',
      label: t('columns.cost'),
      width: '6rem',
      align: 'end',
      from: 'sm',
      cell: (call) => <span className="tabular-nums">{priceOf(call)}</span>,
    },
    {
      id: 'latency',
      label: t('columns.latency'),
      width: '5rem',
      align: 'end',
      from: 'lg',
      cell: (call) => call.latencyMs !== null && seconds(format, call.latencyMs),
    },
    {
      id: 'attempts',
      label: t('columns.attempts'),
      width: '5.5rem',
      align: 'end',
      optional: true,
      cell: (call) => format.number(call.attempts),
    },
    {
      id: 'at',
      label: t('columns.at'),
      width: '6rem',
      align: 'end',
      from: 'sm',
      cell: (call) => <TimeAgo at={call.startedAt} className="text-muted" />,
    },
  ]
}

/** What a call cost, or what is held for it; a model without a price has none. */
export function useCallPrice(project: string): (call: CallView) => string {
  const t = useTranslations('models.money')
  const { data: budget } = useQuery(budgetQuery(project))
  const money = useMoney(budget?.currency ?? 'USD')
  return (call) => {
    if (!call.priced) return t('unpriced')
    return money(call.state === 'reserved' ? call.reserved : call.cost)
  }
}

export function seconds(format: ReturnType<typeof useFormatter>, milliseconds: number): string {
  return format.number(milliseconds / 1000, {
    ...{ style: 'unit', unit: 'second', unitDisplay: 'narrow' },
    maximumFractionDigits: milliseconds < 10_000 ? 2 : 0,
  })
}
