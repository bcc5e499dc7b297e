'use client'

import { Check, CircleDashed, type LucideIcon, Scale, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { cn } from '@/components/ui/cn'
import type { NodeState } from '@/lib/taxonomy/model'
import type { NodeView } from '@/lib/taxonomy/schema'

const LOOK: Record<NodeState, { icon: LucideIcon; tone: string }> = {
  waiting: { icon: CircleDashed, tone: 'text-waiting' },
  disputed: { icon: Scale, tone: 'text-waiting' },
  kept: { icon: Check, tone: 'text-approved' },
  removed: { icon: X, tone: 'text-rejected' },
}

/** How a node stands and what was voted, in a few signs with words for who does not see them. */
export function NodeStateMark({ node }: { node: NodeView }) {
  const t = useTranslations('taxonomy')
  const { icon: Icon, tone } = LOOK[node.state]
  const { asked, cast, keep, remove } = node.votes
  const votes =
    keep === null || remove === null ? t('votes.cast', { cast, asked }) : t('votes.tally', { keep, remove })
  return (
    <span
      className="flex min-w-12 shrink-0 items-center justify-end gap-1 text-muted text-xs tabular-nums"
      title={votes}
    >
      <span aria-hidden>{keep === null || remove === null ? `${cast}/${asked}` : `${keep}:${remove}`}</span>
      <Icon className={cn('size-4', tone)} aria-hidden />
      <span className="sr-only">{`${t(`states.${node.state}`)} · ${votes}`}</span>
    </span>
  )
}
