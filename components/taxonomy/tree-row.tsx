'use client'

import { Check, ChevronRight, X } from 'lucide-react'
import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { NodeStateMark } from '@/components/taxonomy/node-state'
import type { TreeLine } from '@/components/taxonomy/tree-levels'
import { useNodeName } from '@/components/taxonomy/use-node-name'
import { Badge } from '@/components/ui/badge'
import { cn } from '@/components/ui/cn'
import { IconButton } from '@/components/ui/icon-button'
import type { NodeView } from '@/lib/taxonomy/schema'

type Props = {
  line: Extract<TreeLine, { kind: 'node' }>
  isActive: boolean
  isSearch: boolean
  onToggle: () => void
  onVote: (mine: 'keep' | 'remove') => void
}

/** One node: its names, how much hangs below, how it stands, and its vote where that is the viewer's. */
export function TreeRow({ line, isActive, isSearch, onToggle, onVote }: Props) {
  const { node, depth, isOpen, isMatch } = line
  const t = useTranslations('taxonomy')
  return (
    <div
      className={cn(
        'flex h-full items-center gap-1 pr-2',
        isActive
          ? 'bg-accent-soft outline-focus -outline-offset-2 group-focus-visible/tree:outline-2'
          : 'hover:bg-hover',
        isSearch && !isMatch && 'text-muted',
      )}
      style={{ paddingLeft: `${(depth - 1) * 1.25 + 0.5}rem` }}
    >
      {node.children > 0 && !isSearch ? (
        // The row itself is what the keyboard opens: this is for the pointer.
        <button
          type="button"
          tabIndex={-1}
          aria-hidden
          className="flex size-6 shrink-0 items-center justify-center rounded-sm text-muted hover:bg-hover"
          onClick={(event) => {
            event.stopPropagation()
            onToggle()
          }}
        >
          <ChevronRight className={cn('size-4 transition-transform', isOpen && 'rotate-90')} aria-hidden />
        </button>
      ) : (
        <span className="size-6 shrink-0" />
      )}
      <Names node={node} />
      <Counts node={node} />
      <span className="flex w-14 shrink-0 items-center justify-end">
        {node.waitsForMe && (
          <>
            <IconButton
              icon={Check}
              size="sm"
              tabIndex={-1}
              label={t('keep')}
              keys="a"
              className="hover:text-approved"
              onClick={(event) => {
                event.stopPropagation()
                onVote('keep')
              }}
            />
            <IconButton
              icon={X}
              size="sm"
              tabIndex={-1}
              label={t('remove')}
              keys="r"
              className="hover:text-rejected"
              onClick={(event) => {
                event.stopPropagation()
                onVote('remove')
              }}
            />
          </>
        )}
      </span>
      <NodeStateMark node={node} />
    </div>
  )
}

function Names({ node }: { node: NodeView }) {
  const t = useTranslations('taxonomy')
  const locale = useLocale()
  const nameOf = useNodeName()
  const first = nameOf(node.name)
  const second = locale === 'zh' ? node.name.en : node.name.zh
  const isOut = node.outOfUse || node.state === 'removed'
  return (
    <span className={cn('flex min-w-0 flex-1 items-baseline gap-2', isOut && 'text-muted')}>
      <span
        className={cn(
          'truncate',
          node.level === 'field' && 'font-medium',
          node.state === 'removed' && 'line-through',
        )}
      >
        {first}
      </span>
      {second && second !== first && (
        <span
          lang={locale === 'zh' ? 'en' : 'zh'}
          className="shrink truncate text-muted text-xs max-sm:hidden"
        >
          {second}
        </span>
      )}
      {node.outOfUse && <Badge className="max-sm:hidden">{t('outOfUse')}</Badge>}
      {node.inForceAs && (
        <Badge tone="edited" className="max-sm:hidden">
          {t('renamed')}
        </Badge>
      )}
    </span>
  )
}

function Counts({ node }: { node: NodeView }) {
  const t = useTranslations('taxonomy.counts')
  const format = useFormatter()
  const { nodes, used, waiting, disputed } = node.below
  if (nodes === 0) return null
  const said = t('below', { nodes, used, waiting, disputed })
  return (
    <span className="flex shrink-0 items-center gap-2 text-muted text-xs tabular-nums" title={said}>
      <span className="sr-only">{said}</span>
      <span aria-hidden className="max-sm:hidden">
        {used > 0 && <span className="text-fg">{format.number(used)}</span>}
        {used > 0 && ' / '}
        {format.number(nodes)}
      </span>
      {waiting > 0 && (
        <span aria-hidden className="rounded-sm bg-waiting-soft px-1 text-waiting">
          {format.number(waiting)}
        </span>
      )}
    </span>
  )
}
