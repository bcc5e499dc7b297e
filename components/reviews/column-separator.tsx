'use client'

import { useTranslations } from 'next-intl'
import type { KeyboardEvent, PointerEvent, RefObject } from 'react'
import { type ColumnWidths, usualWidths, widthLimits } from '@/components/reviews/column-widths'
import { cn } from '@/components/ui/cn'

type Props = {
  column: keyof ColumnWidths
  widths: ColumnWidths
  frame: RefObject<HTMLElement | null>
  onResize: (column: keyof ColumnWidths, percent: number) => void
}

const STEP = 2

/** The line between two columns: to drag, to move with the arrows, to put back with a double click. */
export function ColumnSeparator({ column, widths, frame, onResize }: Props) {
  const t = useTranslations('reviews.desk.separator')
  const fromLeft = column === 'draft'
  const [least, most] = widthLimits[column]

  function drag(event: PointerEvent<HTMLElement>) {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return
    const box = frame.current?.getBoundingClientRect()
    if (!box) return
    const share = ((event.clientX - box.left) / box.width) * 100
    onResize(column, fromLeft ? share : 100 - share)
  }

  function press(event: KeyboardEvent) {
    const wider = fromLeft ? 'ArrowRight' : 'ArrowLeft'
    const narrower = fromLeft ? 'ArrowLeft' : 'ArrowRight'
    const change = event.key === wider ? STEP : event.key === narrower ? -STEP : 0
    if (event.key === 'Home') onResize(column, usualWidths[column])
    else if (change !== 0) onResize(column, widths[column] + change)
    else return
    event.preventDefault()
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: an <hr> cannot be dragged or hold a value
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label={t(column)}
      aria-valuenow={widths[column]}
      aria-valuemin={least}
      aria-valuemax={most}
      tabIndex={0}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={drag}
      onDoubleClick={() => onResize(column, usualWidths[column])}
      onKeyDown={press}
      className={cn(
        'absolute inset-y-0 w-2 cursor-col-resize touch-none outline-offset-[-2px] transition-colors hover:bg-accent/20 active:bg-accent/30 max-lg:hidden',
        fromLeft ? 'left-(--draft) -ml-1' : 'right-(--history) -mr-1',
      )}
    />
  )
}
