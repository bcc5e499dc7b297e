import { ArrowDown, ArrowUp, LoaderCircle } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Skeleton } from '@/components/ui/skeleton'

/** Stands for the rows that are not drawn. One cell: a span over columns that are hidden would make room for them. */
export function Gap({ height }: { height: number }) {
  if (height <= 0) return null
  return (
    <tr aria-hidden>
      <td style={{ height }} />
    </tr>
  )
}

export function LoadingMore() {
  const t = useTranslations('ui.table')
  return (
    <p className="flex h-9 items-center justify-center gap-2 text-muted text-xs" role="status">
      <LoaderCircle className="size-3.5 animate-spin" aria-hidden />
      {t('loadingMore')}
    </p>
  )
}

/** While the first rows are on their way. */
export function LoadingRows({ columns }: { columns: number }) {
  return (
    <div className="flex w-full flex-col" aria-busy>
      {Array.from({ length: 8 }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: these rows have nothing else
        <div key={row} className="hairline-b flex h-9 items-center gap-4 px-4">
          {Array.from({ length: Math.min(columns, 5) }, (_, cell) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: these cells have nothing else
            <Skeleton key={cell} className={cell === 0 ? 'w-48' : cell === 1 ? 'flex-1' : 'w-20'} />
          ))}
        </div>
      ))}
    </div>
  )
}

/** A click on one of these is its own deed, not the row's. */
export function isControl(target: EventTarget): boolean {
  return target instanceof Element && target.closest('a,button,input,label,select,textarea') !== null
}

export type Sorted = { by: string; order: 'asc' | 'desc' }

export function ariaSort(id: string, sorted: Sorted | undefined): 'ascending' | 'descending' | 'none' {
  if (sorted?.by !== id) return 'none'
  return sorted.order === 'asc' ? 'ascending' : 'descending'
}

/** The head of a column that sorts the list; pressed again, the other way round. */
export function SortButton({
  id,
  label,
  sorted,
  onSort,
}: {
  id: string
  label: string
  sorted?: Sorted
  onSort: (sorted: Sorted) => void
}) {
  const isBy = sorted?.by === id
  const Arrow = sorted?.order === 'desc' ? ArrowDown : ArrowUp
  return (
    <button
      type="button"
      onClick={() => onSort({ by: id, order: isBy && sorted.order === 'asc' ? 'desc' : 'asc' })}
      className="inline-flex items-center gap-1 rounded-xs hover:text-fg"
    >
      {label}
      <Arrow aria-hidden className={isBy ? 'size-3' : 'size-3 opacity-0'} />
    </button>
  )
}
