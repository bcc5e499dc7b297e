'use client'

import { useVirtualizer } from '@tanstack/react-virtual'
import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { useInstances } from '@/components/corpora/corpora.query'
import { InstanceText } from '@/components/corpora/instance-text'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { EmptyState } from '@/components/ui/empty-state'
import { ErrorState } from '@/components/ui/error-state'
import { rowsOf } from '@/components/ui/keyset'
import { LabelTag } from '@/components/ui/label-hue'
import { Skeleton } from '@/components/ui/skeleton'
import type { CorpusView, InstanceView } from '@/lib/corpora/schema'

type Props = {
  project: string
  corpus: CorpusView
  label: string | null
  onLabel: (label: string | null) => void
}

/** The instances of a corpus in file order, all or those with one label; read on as one scrolls. */
export function InstanceList({ project, corpus, label, onLabel }: Props) {
  const t = useTranslations('corpora.detail')
  const instances = useInstances(project, corpus, label ?? undefined)
  const rows = rowsOf(instances.data)
  const isComing = corpus.state === 'importing' || instances.isPlaceholderData
  return (
    <>
      <LabelFilter corpus={corpus} label={label} onLabel={onLabel} />
      {instances.isError && !instances.data && (
        <ErrorState error={instances.error} retry={() => instances.refetch()} />
      )}
      {(instances.isPending || (isComing && rows.length === 0)) && <Waiting />}
      {instances.isSuccess && !isComing && rows.length === 0 && (
        <EmptyState
          title={t(label ? 'noInstances' : 'empty')}
          action={label && <Button onClick={() => onLabel(null)}>{t('clear')}</Button>}
        />
      )}
      {rows.length > 0 && (
        <Rows
          key={label ?? ''}
          rows={rows}
          stale={instances.isPlaceholderData}
          more={instances.hasNextPage && !instances.isFetchingNextPage ? instances.fetchNextPage : undefined}
        />
      )}
    </>
  )
}

/** The labels that occur most; the others are chosen on the tab that lists them all. */
const LABELS_SHOWN = 100

function LabelFilter({ corpus, label, onLabel }: Omit<Props, 'project'>) {
  const t = useTranslations('corpora.detail')
  const shown = corpus.labels.filter((one, at) => at < LABELS_SHOWN || one.label === label)
  return (
    <div
      role="toolbar"
      aria-label={t('tabs.labels')}
      className="hairline-b flex gap-1.5 overflow-x-auto px-4 py-2"
    >
      <Choice on={label === null} onClick={() => onLabel(null)}>
        <span className="px-1 text-xs">{t('all')}</span>
      </Choice>
      {shown.map((one) => (
        <Choice
          key={one.label}
          on={label === one.label}
          onClick={() => onLabel(label === one.label ? null : one.label)}
        >
          <LabelTag label={one.label} count={one.instances} />
        </Choice>
      ))}
    </div>
  )
}

function Choice({ on, onClick, children }: { on: boolean; onClick: () => void; children: React.ReactNode }) {
  return (
    <button
      type="button"
      aria-pressed={on}
      onClick={onClick}
      className={cn(
        'flex h-6 shrink-0 items-center rounded-md border border-transparent',
        on && 'border-accent',
      )}
    >
      {children}
    </button>
  )
}

function Rows({ rows, stale, more }: { rows: InstanceView[]; stale: boolean; more?: () => void }) {
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
              <InstanceText instance={instance} />
            </li>
          )
        })}
      </ol>
    </section>
  )
}

function Waiting() {
  return (
    <div aria-busy className="flex flex-col gap-4 p-4">
      {[80, 64, 72, 90, 55].map((width) => (
        <Skeleton key={width} className="h-4" width={`${width}%`} />
      ))}
    </div>
  )
}
