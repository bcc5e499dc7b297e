'use client'

import { useTranslations } from 'next-intl'
import { type CSSProperties, type ReactNode, useRef, useState } from 'react'
import { ColumnSeparator } from '@/components/reviews/column-separator'
import type { ColumnWidths } from '@/components/reviews/column-widths'
import { useColumnWidths } from '@/components/reviews/use-column-widths'
import { cn } from '@/components/ui/cn'

export const deskParts = ['draft', 'evidence', 'history'] as const
export type DeskPart = (typeof deskParts)[number]

/** Three columns with separators on a wide screen; on a narrow one three panels to swipe through. The same elements. */
export function DeskColumns({ initial, children }: { initial: ColumnWidths; children: ReactNode }) {
  const { widths, resize } = useColumnWidths(initial)
  const frame = useRef<HTMLDivElement>(null)
  const [part, setPart] = useState<DeskPart>('draft')
  const style = { '--draft': `${widths.draft}%`, '--history': `${widths.history}%` } as CSSProperties
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <PartTabs part={part} onPart={(next) => showPart(frame.current, next)} />
      <div className="relative flex min-h-0 flex-1" style={style}>
        <div
          ref={frame}
          onScroll={(event) => setPart(partAt(event.currentTarget))}
          className="grid min-h-0 min-w-0 flex-1 snap-x snap-mandatory auto-cols-[100%] grid-flow-col grid-rows-[minmax(0,1fr)] overflow-x-auto overflow-y-hidden [scrollbar-width:none] lg:grid-flow-row lg:snap-none lg:grid-cols-[var(--draft)_minmax(0,1fr)_var(--history)] lg:overflow-hidden"
        >
          {children}
        </div>
        <ColumnSeparator column="draft" widths={widths} frame={frame} onResize={resize} />
        <ColumnSeparator column="history" widths={widths} frame={frame} onResize={resize} />
      </div>
    </div>
  )
}

type ColumnProps = { part: DeskPart; label: string; bare?: boolean; children: ReactNode }

/** `bare`: what is inside scrolls by itself. */
export function DeskColumn({ part, label, bare, children }: ColumnProps) {
  return (
    <section
      aria-label={label}
      data-part={part}
      tabIndex={bare ? undefined : 0}
      className={cn(
        'flex min-h-0 min-w-0 snap-start snap-always flex-col outline-offset-[-2px] lg:border-line lg:not-first:border-l',
        bare ? 'overflow-hidden' : 'overflow-y-auto px-5 py-4',
        part === 'history' && 'px-4',
      )}
    >
      {children}
    </section>
  )
}

function PartTabs({ part, onPart }: { part: DeskPart; onPart: (part: DeskPart) => void }) {
  const t = useTranslations('reviews.desk.parts')
  return (
    <div className="hairline-b grid shrink-0 grid-cols-3 lg:hidden">
      {deskParts.map((one) => (
        <button
          key={one}
          type="button"
          aria-pressed={one === part}
          onClick={() => onPart(one)}
          className="h-11 text-muted outline-offset-[-2px] aria-pressed:font-medium aria-pressed:text-fg aria-pressed:shadow-[inset_0_-2px_0_var(--color-accent)]"
        >
          {t(one)}
        </button>
      ))}
    </div>
  )
}

function showPart(frame: HTMLElement | null, part: DeskPart): void {
  frame?.scrollTo({ left: frame.clientWidth * deskParts.indexOf(part), behavior: 'smooth' })
}

function partAt(frame: HTMLElement): DeskPart {
  return deskParts[Math.round(frame.scrollLeft / Math.max(1, frame.clientWidth))] ?? 'draft'
}
