'use client'

import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef } from 'react'
import { InstanceText } from '@/components/corpora/instance-text'
import { cn } from '@/components/ui/cn'
import type { FoundInstance } from '@/lib/corpora/instances/schema'

/** Only those in view are drawn; near the end `more` is asked for. */
export function InstanceRows({
  rows,
  stale,
  more,
}: {
  rows: FoundInstance[]
  stale: boolean
  more?: () => void
}) {
  const scroller = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 56,
    overscan: 8,
    getItemKey: (index) => rows[index]!.ordinal,
  })
  const items = virtual.getVirtualItems()
  const last = items.at(-1)?.index ?? 0
  useEffect(() => {
    if (last >= rows.length - 10) more?.()
  }, [last, rows.length, more])
  return (
    <section
      ref={scroller}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      aria-busy={stale}
      className={cn('min-h-0 flex-1 overflow-y-auto outline-offset-[-2px]', stale && 'opacity-60')}
    >
      <ol className="relative" style={{ height: virtual.getTotalSize() }}>
        {items.map((item) => {
          const instance = rows[item.index]!
          return (
            <li
              key={item.key}
              ref={virtual.measureElement}
              data-index={item.index}
              className="hairline-b absolute inset-x-0 grid grid-cols-[3.5rem_minmax(0,1fr)] gap-3 max-sm:grid-cols-[1.75rem_minmax(0,1fr)] max-sm:gap-2 px-4 py-2"
              style={{ transform: `translateY(${item.start}px)` }}
            >
              <span className="pt-1 text-right font-mono text-muted text-xs">{instance.ordinal}</span>
              <InstanceText instance={instance} found={instance} />
            </li>
          )
        })}
      </ol>
    </section>
  )
}
