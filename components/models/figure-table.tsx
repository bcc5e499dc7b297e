'use client'

import { stringify } from 'csv-stringify/browser/esm/sync'
import { Download } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { saveFile } from '@/components/ui/save-file'

export type FigureColumn<Row> = {
  id: string
  label: string
  cell: (row: Row) => ReactNode
  /** As a program reads it. */
  plain: (row: Row) => string | number | null
  isNumber?: boolean
}

type Props<Row> = {
  /** What the figures are; also the name of the file. */
  name: string
  rows: readonly Row[]
  columns: readonly FigureColumn<Row>[]
  rowId: (row: Row) => string
  /** Folded away behind a chart that says most of it. */
  isFolded?: boolean
}

/** Figures in rows, with the same as CSV. */
export function FigureTable<Row>({ name, rows, columns, rowId, isFolded }: Props<Row>) {
  const t = useTranslations('models.spend')
  const save = () => {
    const text = stringify(
      rows.map((row) => columns.map(({ plain }) => plain(row))),
      { header: true, columns: columns.map(({ id }) => id), escape_formulas: true },
    )
    saveFile(`${name}.csv`, text, 'text/csv')
  }
  const csv = (
    <Button size="sm" variant="quiet" aria-label={t('csvOf', { name })} onClick={save}>
      <Download aria-hidden />
      {t('csv')}
    </Button>
  )
  const table = (
    <div
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      className="overflow-x-auto"
    >
      <table aria-label={name} className="w-full border-collapse text-left text-xs tabular-nums">
        <thead className="text-muted">
          <tr>
            {columns.map(({ id, label, isNumber }) => (
              <th
                key={id}
                scope="col"
                className={cn('whitespace-nowrap py-1 pr-4 font-normal last:pr-0', isNumber && 'text-right')}
              >
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowId(row)} className="hairline-t">
              {columns.map(({ id, cell, isNumber }) => (
                <td
                  key={id}
                  className={cn('whitespace-nowrap py-1 pr-4 last:pr-0', isNumber && 'text-right')}
                >
                  {cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
  if (!isFolded)
    return (
      <div className="flex flex-col items-start gap-1">
        <div className="w-full">{table}</div>
        <div className="-ml-2.5">{csv}</div>
      </div>
    )
  return (
    <details>
      <summary className="w-fit text-muted text-xs hover:text-fg">{t('table')}</summary>
      <div className="flex flex-col items-start gap-1 pt-2">
        <div className="w-full">{table}</div>
        <div className="-ml-2.5">{csv}</div>
      </div>
    </details>
  )
}
