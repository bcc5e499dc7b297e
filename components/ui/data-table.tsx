'use client'

import { columnVisibilityFeature, tableFeatures, useTable } from '@tanstack/react-table'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import { cn } from '@/components/ui/cn'
import { useKeptColumns } from '@/components/ui/column-choice'
import { useScreenKeys } from '@/components/ui/screen-keys'
import {
  ariaSort,
  Gap,
  isControl,
  LoadingMore,
  LoadingRows,
  SortButton,
  type Sorted,
} from '@/components/ui/table-parts'

export type Column<Row extends object> = {
  id: string
  /** The word over the column, and in the column menu. */
  label: string
  cell: (row: Row) => ReactNode
  /** Any CSS width; columns without one share the rest. */
  width?: string
  align?: 'start' | 'end'
  /** Shown only where there is room: from 640, 768 or 1024 px on. */
  from?: 'sm' | 'md' | 'lg'
  /** The word is only for screen readers: a column of buttons. */
  bare?: boolean
  /** Off until a person chooses it in the column menu. */
  optional?: boolean
  /** The list can be sorted by it: its head is a button. */
  sorts?: boolean
}

type Props<Row extends object> = {
  /** What the table is: its accessible name. */
  label: string
  /** Keeps the choice of columns in this browser under this name. */
  name: string
  rows: readonly Row[]
  columns: readonly Column<Row>[]
  rowId: (row: Row) => string
  /** What Enter and a click on a row do. Give one cell a real link as well. */
  onOpen?: (row: Row) => void
  /** Called as the keyboard moves, e.g. to show the row beside the list. */
  onActive?: (row: Row) => void
  activeId?: string | null
  /** Keyset paging: asked for when the end comes into sight. */
  loadMore?: () => void
  hasMore?: boolean
  loading?: boolean
  loadingMore?: boolean
  /** By which column the list is sorted, where it can be. */
  sorted?: Sorted
  onSort?: (sorted: Sorted) => void
  empty: ReactNode
  rowHeight?: number
  className?: string
}

const features = tableFeatures({ columnVisibilityFeature })
const FROM = { sm: 'max-sm:hidden', md: 'max-md:hidden', lg: 'max-lg:hidden' }
const NO_ROWS: never[] = []

/** A list: sticky head, virtual rows, `j` `k` `Enter`, more on scroll. Fills its parent (a flex column) and scrolls inside. */
export function DataTable<Row extends object>(props: Props<Row>) {
  const { rows, columns, rowId, rowHeight = 36 } = props
  const t = useTranslations('ui.table')
  const scroller = useRef<HTMLDivElement>(null)
  const { visibility } = useKeptColumns(props.name, columns)
  const definitions = useMemo(
    () => columns.map((column) => ({ id: column.id, accessorFn: (row: Row) => row, meta: column })),
    [columns],
  )
  const table = useTable({
    features,
    columns: definitions as never[],
    data: (rows.length > 0 ? rows : NO_ROWS) as Row[],
    getRowId: rowId as never,
    state: { columnVisibility: visibility },
  })
  const shown = columns.filter((column) => visibility[column.id] !== false)
  const models = table.getRowModel().rows
  const virtual = useVirtualizer({
    count: models.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    initialRect: { width: 1200, height: 900 },
  })
  const items = virtual.getVirtualItems()
  const last = items.at(-1)?.index ?? 0
  const { hasMore, loadingMore, loadMore } = props
  useEffect(() => {
    if (hasMore && !loadingMore && last >= models.length - 8) loadMore?.()
  }, [hasMore, loadingMore, last, models.length, loadMore])

  const [active, setActive] = useActiveRow(props)
  const go = (step: number) => {
    const index = Math.max(0, Math.min(rows.length - 1, active + step))
    const row = rows[index]
    if (!row) return
    setActive(rowId(row))
    props.onActive?.(row)
    virtual.scrollToIndex(index, { align: 'auto' })
  }
  const open = () => rows[active] && props.onOpen?.(rows[active])
  useScreenKeys([
    { keys: 'j', label: t('next'), run: () => go(1), repeats: true },
    { keys: 'k', label: t('previous'), run: () => go(-1), repeats: true },
    ...(props.onOpen ? [{ keys: 'Enter', label: t('open'), run: open }] : []),
  ])

  if (props.loading) return <LoadingRows columns={shown.length} />
  if (rows.length === 0) return props.empty
  const above = items[0]?.start ?? 0
  const below = virtual.getTotalSize() - (items.at(-1)?.end ?? 0)
  return (
    <section
      ref={scroller}
      aria-label={props.label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      className={cn('relative min-h-0 flex-1 overflow-auto outline-offset-[-2px]', props.className)}
    >
      <table
        className="w-full table-fixed border-collapse text-left"
        aria-rowcount={hasMore ? -1 : rows.length + 1}
      >
        <colgroup>
          {shown.map((column) => (
            <col
              key={column.id}
              className={column.from && FROM[column.from]}
              style={{ width: column.width }}
            />
          ))}
        </colgroup>
        <thead className="sticky top-0 z-10 bg-canvas">
          <tr>
            {shown.map((column) => (
              <th
                key={column.id}
                scope="col"
                aria-sort={column.sorts ? ariaSort(column.id, props.sorted) : undefined}
                className={cn(cellClasses(column), 'h-8 font-normal text-muted text-xs')}
              >
                {column.sorts && props.onSort ? (
                  <SortButton
                    id={column.id}
                    label={column.label}
                    sorted={props.sorted}
                    onSort={props.onSort}
                  />
                ) : (
                  <span className={column.bare ? 'sr-only' : undefined}>{column.label}</span>
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Gap height={above} />
          {items.map((item) => {
            const row = models[item.index]!
            const isActive = item.index === active
            return (
              <tr
                key={row.id}
                aria-rowindex={item.index + 2}
                aria-current={isActive || undefined}
                onClick={(event) => {
                  if (isControl(event.target)) return
                  setActive(row.id)
                  props.onOpen?.(row.original as Row)
                }}
                className={cn(
                  'hover:bg-hover',
                  isActive && 'bg-accent-soft hover:bg-accent-soft',
                  props.onOpen && 'cursor-pointer',
                )}
                style={{ height: rowHeight }}
              >
                {shown.map((column) => (
                  <td key={column.id} className={cellClasses(column)}>
                    <div className="truncate">{column.cell(row.original as Row)}</div>
                  </td>
                ))}
              </tr>
            )
          })}
          <Gap height={below} />
        </tbody>
      </table>
      {loadingMore && <LoadingMore />}
    </section>
  )
}

function useActiveRow<Row extends object>({
  rows,
  rowId,
  activeId,
}: Props<Row>): [number, (id: string) => void] {
  const [own, setOwn] = useState<string | null>(null)
  const wanted = activeId ?? own
  const index = wanted === null ? -1 : rows.findIndex((row) => rowId(row) === wanted)
  return [index, setOwn]
}

function cellClasses<Row extends object>(column: Column<Row>): string {
  return cn(
    'border-line border-b px-2 first:pl-4 last:pr-4',
    column.align === 'end' && 'text-right',
    column.from && FROM[column.from],
  )
}
