'use client'

import { useVirtualizer } from '@tanstack/react-virtual'
import { useTranslations } from 'next-intl'
import { type KeyboardEvent, useEffect, useId, useRef } from 'react'
import type { TreeLine } from '@/components/taxonomy/tree-levels'
import { TreeRow } from '@/components/taxonomy/tree-row'
import { Button } from '@/components/ui/button'
import { ErrorLine } from '@/components/ui/error-state'
import { Skeleton } from '@/components/ui/skeleton'
import type { NodeView } from '@/lib/taxonomy/schema'

type Props = {
  lines: readonly TreeLine[]
  active: string | null
  isSearch: boolean
  isStale?: boolean
  onActive: (node: NodeView) => void
  /** Shows the node beside the tree. */
  onOpen: (node: NodeView) => void
  onToggle: (node: NodeView, isOpen: boolean) => void
  onVote: (node: NodeView, mine: 'keep' | 'remove') => void
  /** More below this node is in sight, or below the last line of what was found. */
  onMore: (parent: string) => void
}

const ROW = 36
const PAGE = 12

/** The tree: only the lines in sight are drawn. The arrows walk, open and close it, as WAI-ARIA says of a tree. */
export function TreeView(props: Props) {
  const { lines, active, isSearch, onActive, onOpen, onToggle, onVote, onMore } = props
  const t = useTranslations('taxonomy')
  const id = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 12,
    getItemKey: (index) => lines[index]!.key,
  })
  const at = lines.findIndex((line) => line.key === active)
  const items = virtual.getVirtualItems()
  const wanted = items.flatMap(({ index }) => {
    const line = lines[index]
    return line?.kind === 'more' && !line.error ? [line.parent] : []
  })
  const signature = wanted.join(' ')
  const latest = useRef({ wanted, onMore })
  useEffect(() => {
    latest.current = { wanted, onMore }
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once for each set of ends in sight
  useEffect(() => {
    for (const parent of latest.current.wanted) latest.current.onMore(parent)
  }, [signature, lines.length])
  useEffect(() => {
    if (at >= 0) virtual.scrollToIndex(at, { align: 'auto' })
  }, [at, virtual])

  const nodes = lines.filter((line) => line.kind === 'node')
  const walk = (by: number) => {
    const now = nodes.findIndex((line) => line.key === active)
    const next = nodes[Math.max(0, Math.min(nodes.length - 1, now + by))]
    if (next) onActive(next.node)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const line = at >= 0 ? lines[at] : undefined
    const node = line?.kind === 'node' ? line.node : null
    const deeds: Record<string, () => void> = {
      ArrowDown: () => walk(1),
      ArrowUp: () => walk(-1),
      j: () => walk(1),
      k: () => walk(-1),
      PageDown: () => walk(PAGE),
      PageUp: () => walk(-PAGE),
      Home: () => walk(-nodes.length),
      End: () => walk(nodes.length),
      ArrowRight: () => {
        if (!node || node.children === 0) return
        if (line?.kind === 'node' && line.isOpen) walk(1)
        else onToggle(node, true)
      },
      ArrowLeft: () => {
        if (line?.kind === 'node' && line.isOpen && !isSearch) return onToggle(line.node, false)
        const parent = nodes.find((one) => one.key === node?.parentId)
        if (parent) onActive(parent.node)
      },
      Enter: () => node && onOpen(node),
    }
    const deed = deeds[event.key]
    if (!deed) return
    event.preventDefault()
    event.stopPropagation()
    deed()
  }
  return (
    <div
      ref={scroller}
      role="tree"
      tabIndex={0}
      aria-label={t('title')}
      aria-busy={props.isStale}
      aria-activedescendant={at >= 0 ? `${id}-${active}` : undefined}
      onKeyDown={onKeyDown}
      onFocus={(event) => {
        if (event.target === event.currentTarget && at < 0 && nodes[0]) onActive(nodes[0].node)
      }}
      className="group/tree min-h-0 flex-1 overflow-y-auto outline-none"
      data-tree
    >
      <div role="presentation" className="relative" style={{ height: virtual.getTotalSize() }}>
        {items.map((item) => {
          const line = lines[item.index]!
          const place = { height: ROW, transform: `translateY(${item.start}px)` }
          if (line.kind === 'more')
            return (
              <div
                key={item.key}
                role="presentation"
                className="absolute inset-x-0 flex items-center gap-2 px-4"
                style={place}
              >
                {line.error ? (
                  <>
                    <ErrorLine error={line.error} />
                    <Button size="sm" onClick={() => onMore(line.parent)}>
                      {t('again')}
                    </Button>
                  </>
                ) : (
                  <Skeleton className="ml-10 h-4 w-48" />
                )}
              </div>
            )
          const { node, depth, isOpen } = line
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the tree around it takes the keys
            <div
              key={item.key}
              id={`${id}-${node.id}`}
              role="treeitem"
              tabIndex={-1}
              aria-level={depth}
              aria-expanded={node.children > 0 ? isOpen : undefined}
              aria-selected={node.id === active}
              className="hairline-b absolute inset-x-0 cursor-default"
              style={place}
              onClick={() => {
                onActive(node)
                onOpen(node)
                scroller.current?.focus({ preventScroll: true })
              }}
              onDoubleClick={() => onToggle(node, !isOpen)}
            >
              <TreeRow
                line={line}
                isActive={node.id === active}
                isSearch={isSearch}
                onToggle={() => onToggle(node, !isOpen)}
                onVote={(mine) => onVote(node, mine)}
              />
            </div>
          )
        })}
      </div>
    </div>
  )
}
