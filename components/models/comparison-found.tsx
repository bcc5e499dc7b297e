'use client'

import { useQuery } from '@tanstack/react-query'
import { type NumberFormatOptions, useFormatter, useTranslations } from 'next-intl'
import { type FigureColumn, FigureTable } from '@/components/models/figure-table'
import { budgetQuery } from '@/components/models/spend.query'
import { useArmName } from '@/components/models/use-arm-name'
import { useMoney } from '@/components/models/use-money'
import { useProject } from '@/components/projects/current-project'
import { armNames } from '@/lib/artifacts/comparisons/model'
import type { ArmFigures, ComparisonResult, ComparisonView } from '@/lib/artifacts/comparisons/schema'
import { MICROS } from '@/lib/calls/model'

type Props = { comparison: ComparisonView; result: ComparisonResult }
/** Below this, an uneven result is hardly chance. */
const SURE = 0.05

/** Who fared better, how sure that is, and the figures of both. */
export function ComparisonFound({ comparison, result }: Props) {
  const t = useTranslations('models.learning.result')
  const nameOf = useArmName()
  const rows = armNames.map((arm) => ({ arm, name: nameOf(comparison[arm]), ...result[arm] }))
  return (
    <div className="flex flex-col gap-2">
      <Verdict comparison={comparison} result={result} />
      <FigureTable name={t('title')} rows={rows} rowId={({ arm }) => arm} columns={useColumns()} />
    </div>
  )
}

function Verdict({ comparison, result }: Props) {
  const t = useTranslations('models.learning.result')
  const format = useFormatter()
  const nameOf = useArmName()
  const { a, b, ties } = result.pairs
  const pairs = a + b + ties
  if (pairs === 0) return <p>{t('none')}</p>
  const better = a > b ? comparison.a : comparison.b
  const p = format.number(result.p, { style: 'percent', maximumFractionDigits: result.p < 0.1 ? 1 : 0 })
  return (
    <p>
      {a === b
        ? t('alike', { wins: a, ties })
        : t('better', { name: nameOf(better), wins: Math.max(a, b), pairs, ties })}{' '}
      {a !== b && (
        <span className="text-muted">
          {[t('p', { p }), t(result.p < SURE ? 'sure' : 'chance')].join(' ')}
        </span>
      )}
    </p>
  )
}

type Row = ArmFigures & { name: string }

function useColumns(): FigureColumn<Row>[] {
  const t = useTranslations('models.learning')
  const format = useFormatter()
  const { data: budget } = useQuery(budgetQuery(useProject().slug))
  const money = useMoney(budget?.currency ?? 'USD')
  const number = (
    id: string,
    label: string,
    of: (row: Row) => number | null,
    options: NumberFormatOptions = {},
  ): FigureColumn<Row> => ({
    ...{ id, label, isNumber: true, plain: of },
    cell: (row) => (of(row) === null ? t('none') : format.number(of(row)!, options)),
  })
  const share = { style: 'percent', maximumFractionDigits: 0 } as const
  return [
    { id: 'drafter', label: t('columns.drafter'), cell: ({ name }) => name, plain: ({ name }) => name },
    number('drafted', t('columns.drafted'), ({ drafted }) => drafted),
    number('missed', t('result.missed'), ({ missed }) => missed),
    number('decided', t('columns.decided'), ({ decided }) => decided),
    number('acceptance', t('columns.acceptance'), ({ acceptance }) => acceptance, share),
    number('edit', t('columns.edit'), ({ editDistance }) => editDistance, share),
    number('seconds', t('columns.seconds'), ({ secondsPerDecision }) => secondsPerDecision, {
      maximumFractionDigits: 1,
    }),
    {
      id: 'cost',
      label: t('columns.cost'),
      isNumber: true,
      cell: ({ cost }) => money(cost),
      plain: ({ cost }) => cost / MICROS,
    },
  ]
}
