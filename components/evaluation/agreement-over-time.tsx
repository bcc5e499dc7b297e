'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { ChartPart } from '@/components/evaluation/chart-part'
import { LazyLinesChart } from '@/components/evaluation/charts/lazy-charts'
import type { DashboardFilter } from '@/components/evaluation/evaluation.query'
import { FigureLink } from '@/components/evaluation/figure-link'
import { useStretchColumns } from '@/components/evaluation/over-time'
import { itemsHref } from '@/components/evaluation/rows-href'
import { useMeasure } from '@/components/evaluation/use-measure'
import type { FigureColumn } from '@/components/models/figure-table'
import type { AgreementFigures, Dashboard } from '@/lib/evaluation/schema'

const NONE = '–'

/** Alpha may fall below chance; the scale reaches down to it, and else begins at 0. */
function lowest(agreement: readonly AgreementFigures[]): number {
  const least = Math.min(0, ...agreement.map(({ alpha }) => alpha.value ?? 0))
  return Math.floor(least * 5) / 5
}

type Props = { project: string; dashboard: Dashboard; filter: DashboardFilter }

/** How far reviewers of the same drafts agreed. */
export function AgreementOverTime({ project, dashboard: { agreement, bucket }, filter }: Props) {
  const t = useTranslations('evaluation.agreementTime')
  const format = useFormatter()
  const { share, coefficient, whyOf } = useMeasure()
  const measured = (
    id: 'percent' | 'alpha',
    say: (value: number) => string,
  ): FigureColumn<AgreementFigures> => ({
    ...{ id, label: t(id), isNumber: true, plain: (row) => row[id].value },
    cell: (row) => {
      const { value } = row[id]
      return value === null ? <span title={whyOf(row[id]) ?? undefined}>{NONE}</span> : say(value)
    },
  })
  return (
    <ChartPart<AgreementFigures>
      title={t('title')}
      note={t('note')}
      empty={agreement.every(({ units }) => units === 0) ? t('empty') : null}
      chart={
        <LazyLinesChart
          bucket={bucket}
          label={t('chart')}
          names={[t('percent'), t('alpha')]}
          points={agreement.map(({ from, percent, alpha }) => ({
            from,
            values: [percent.value, alpha.value],
          }))}
          say={(value) => format.number(value, { maximumFractionDigits: 2 })}
          domain={[lowest(agreement), 1]}
        />
      }
      rows={agreement.filter(({ units }) => units > 0)}
      rowId={({ from }) => from}
      columns={[
        ...useStretchColumns(),
        {
          ...{ id: 'units', label: t('units'), isNumber: true, plain: ({ units }) => units },
          cell: ({ units, from, to }) => (
            <FigureLink href={itemsHref(project, { kind: filter.kind, a: filter.person, from, to })}>
              {format.number(units)}
            </FigureLink>
          ),
        },
        measured('percent', share),
        measured('alpha', coefficient),
      ]}
    />
  )
}
