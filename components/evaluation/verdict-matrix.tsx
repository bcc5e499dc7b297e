'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { FigureLink } from '@/components/evaluation/figure-link'
import { type FigureColumn, FigureTable } from '@/components/models/figure-table'
import { ratings } from '@/lib/evaluation/agreement/model'

type Props = {
  name: string
  /** What the rows and the columns are, where that is more than a verdict. */
  sides?: { rows: string; columns: string }
  table: readonly (readonly number[])[]
  hrefOf: (first: string, second: string) => string
}

/** What was said against what was said, the darker the more; each number leads to its drafts. */
export function VerdictMatrix({ name, sides, table, hrefOf }: Props) {
  const t = useTranslations('evaluation.matrix')
  const verdicts = useTranslations('evaluation.ratings')
  const format = useFormatter()
  const most = Math.max(1, ...table.flat())
  const say = (value: number) => format.number(value, { maximumFractionDigits: 1 })
  const columns: FigureColumn<{ at: number; row: readonly number[] }>[] = [
    {
      id: 'verdict',
      label: t('verdict'),
      cell: ({ at }) => verdicts(ratings[at]!),
      plain: ({ at }) => ratings[at]!,
    },
    ...ratings.map(
      (rating, column): FigureColumn<{ at: number; row: readonly number[] }> => ({
        ...{ id: rating, label: verdicts(rating), isNumber: true, plain: ({ row }) => row[column]! },
        cell: ({ row }) => say(row[column]!),
      }),
    ),
  ]
  return (
    <div className="flex flex-col gap-2">
      <table aria-label={name} className="w-fit border-separate border-spacing-0.5 text-xs tabular-nums">
        <thead className="text-muted">
          <tr>
            <td className="pr-3">{sides && t('against', sides)}</td>
            {ratings.map((rating) => (
              <th key={rating} scope="col" className="min-w-20 px-2 pb-1 text-center font-normal">
                {verdicts(rating)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.map((row, at) => (
            <tr key={ratings[at]}>
              <th scope="row" className="pr-3 text-left font-normal text-muted">
                {verdicts(ratings[at]!)}
              </th>
              {row.map((value, column) => (
                <td
                  key={ratings[column]}
                  className="rounded-xs px-2 py-2 text-center"
                  style={{
                    background: `color-mix(in oklab, var(--color-accent) ${Math.round((value / most) * 30)}%, var(--color-sunken))`,
                  }}
                >
                  {value === 0 ? (
                    <span className="text-muted">{say(0)}</span>
                  ) : (
                    <FigureLink
                      href={hrefOf(ratings[at]!, ratings[column]!)}
                      className={at === column ? 'font-medium' : undefined}
                    >
                      {say(value)}
                    </FigureLink>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <FigureTable
        isFolded
        name={name}
        rows={table.map((row, at) => ({ at, row }))}
        rowId={({ at }) => String(at)}
        columns={columns}
      />
    </div>
  )
}
