'use client'

import {
  Ban,
  Check,
  CircleAlert,
  CircleDashed,
  CircleHelp,
  CircleSlash,
  type LucideIcon,
  Scissors,
  TextCursor,
  Wallet,
} from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Badge, type Tone } from '@/components/ui/badge'
import type { CallView } from '@/lib/calls/schema'

const LOOK = {
  answer: { icon: Check, tone: 'neutral' },
  truncated: { icon: Scissors, tone: 'waiting' },
  refused: { icon: Ban, tone: 'rejected' },
  empty: { icon: TextCursor, tone: 'waiting' },
  malformed: { icon: CircleHelp, tone: 'waiting' },
  faulty: { icon: CircleHelp, tone: 'waiting' },
  failed: { icon: CircleAlert, tone: 'rejected' },
  reserved: { icon: CircleDashed, tone: 'accent' },
  lost: { icon: CircleHelp, tone: 'waiting' },
  'over-budget': { icon: Wallet, tone: 'rejected' },
  cancelled: { icon: CircleSlash, tone: 'neutral' },
} satisfies Record<string, { icon: LucideIcon; tone: Tone }>

/** What came of a question to a model, or that nothing has yet. */
export type CallEnd = keyof typeof LOOK

export function endOf({ state, outcome }: Pick<CallView, 'state' | 'outcome'>): CallEnd {
  return outcome ?? (state === 'lost' ? 'lost' : 'reserved')
}

export function CallOutcome({ end }: { end: CallEnd }) {
  const t = useTranslations('models.outcomes')
  const { icon: Icon, tone } = LOOK[end]
  return (
    <Badge tone={tone}>
      <Icon aria-hidden />
      {t(end)}
    </Badge>
  )
}
