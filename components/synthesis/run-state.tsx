'use client'

import { Check, CircleDashed, CircleSlash, LoaderCircle, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { Badge } from '@/components/ui/badge'

const LOOKS = {
  queued: { icon: CircleDashed, tone: 'waiting' },
  running: { icon: LoaderCircle, tone: 'accent' },
  done: { icon: Check, tone: 'approved' },
  failed: { icon: TriangleAlert, tone: 'rejected' },
  cancelled: { icon: CircleSlash, tone: 'neutral' },
} as const

/** Where a run or an export stands; `children` is the word. */
export function RunState({ state, children }: { state: keyof typeof LOOKS; children: ReactNode }) {
  const { icon: Icon, tone } = LOOKS[state]
  return (
    <Badge tone={tone}>
      <Icon aria-hidden className={state === 'running' ? 'animate-spin' : undefined} />
      {children}
    </Badge>
  )
}
