'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { ChartPart } from '@/components/evaluation/chart-part'
import { LazyDecisionsChart, LazyLinesChart } from '@/components/evaluation/charts/lazy-charts'
import type { DashboardFilter } from '@/components/evaluation/evaluation.query'
import { FigureLink } from '@/components/evaluation/figure-link'
import { decisionsHref } from '@/components/evaluation/rows-href'
import { useDuration } from '@/components/evaluation/use-duration'
import type { FigureColumn } from '@/components/models/figure-table'
import type { Dashboard, DayFigures } from '@/lib/evaluation/schema'

type Props = { project: string; dashboard: Dashboard; filter: DashboardFilter }

/** The decisions of each day, week or month. */
export function DecisionsOverTime({ project, dashboard: { days, bucket }, filter }: Props) {
  const t = useTranslations('evaluation.decisions')
  const verdicts = useTranslations('evaluation.verdicts')
  const format = useFormatter()
  const sum = days.reduce((all, one) => all + one.approved + one.edited + one.rejected, 0)
  const hrefOf = ({ from, to }: DayFigures, verdict?: string) =>
    decisionsHref(project, { ...filter, from, to, verdict })
  const count = (id: 'approved' | 'edited' | 'rejected', verdict: string): FigureColumn<DayFigures> => ({
    ...{ id, label: verdicts(id), isNumber: true, plain: (row) => row[id] },
    cell: (row) => <FigureLink href={hrefOf(row, verdict)}>{format.number(row[id])}</FigureLink>,
  })
  return (
    <ChartPart<DayFigures>
      title={t('title')}
      note={t('note')}
      empty={sum === 0 ? t('empty') : null}
      chart={
        <LazyDecisionsChart
          {...{ days, bucket, hrefOf }}
          label={t('chart', { count: sum, from: days[0]!.from, to: days.at(-1)!.to })}
        />
      }
      rows={days}
      rowId={({ from }) => from}
      columns={[
        ...useStretchColumns(),
        count('approved', 'approve'),
        count('edited', 'edit'),
        count('rejected', 'reject'),
      ]}
    />
  )
}

/** How long a decision takes. */
export function SecondsOverTime({ dashboard: { days, bucket } }: Pick<Props, 'dashboard'>) {
  const t = useTranslations('evaluation.seconds')
  const { seconds } = useDuration()
  return (
    <ChartPart<DayFigures>
      title={t('title')}
      note={t('note')}
      empty={days.every(({ secondsEach }) => secondsEach === null) ? t('empty') : null}
      chart={
        <LazyLinesChart
          bucket={bucket}
          label={t('chart')}
          names={[t('each')]}
          points={days.map(({ from, secondsEach }) => ({ from, values: [secondsEach] }))}
          say={seconds}
          domain={[0, 'auto']}
        />
      }
      rows={days}
      rowId={({ from }) => from}
      columns={[
        ...useStretchColumns(),
        {
          ...{ id: 'secondsEach', label: t('each'), isNumber: true, plain: ({ secondsEach }) => secondsEach },
          cell: ({ secondsEach }) => (secondsEach === null ? '–' : seconds(secondsEach)),
        },
      ]}
    />
  )
}

export function useStretchColumns(): FigureColumn<{ from: string; to: string }>[] {
  const t = useTranslations('evaluation.stretch')
  return [
    { id: 'from', label: t('from'), cell: ({ from }) => from, plain: ({ from }) => from },
    { id: 'to', label: t('to'), cell: ({ to }) => to, plain: ({ to }) => to },
  ]
}
