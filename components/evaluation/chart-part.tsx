'use client'

import type { ReactNode } from 'react'
import { type FigureColumn, FigureTable } from '@/components/models/figure-table'
import { PagePart } from '@/components/models/page-part'

type Props<Row> = {
  title: string
  note?: ReactNode
  /** Said instead of the chart where there is nothing to draw. */
  empty: string | null
  chart: ReactNode
  rows: readonly Row[]
  columns: readonly FigureColumn<Row>[]
  rowId: (row: Row) => string
}

/** A chart with the numbers behind it: as a table, as CSV, each leading to its rows. */
export function ChartPart<Row>({ title, note, empty, chart, rows, columns, rowId }: Props<Row>) {
  return (
    <PagePart title={title}>
      {note && <p className="text-muted text-xs">{note}</p>}
      {empty ? (
        <p className="text-muted">{empty}</p>
      ) : (
        <>
          {chart}
          <FigureTable isFolded name={title} rows={rows} rowId={rowId} columns={columns} />
        </>
      )}
    </PagePart>
  )
}
