import type { ReactNode } from 'react'
import { cn } from '@/components/ui/cn'

const TONES = {
  neutral: 'bg-hover text-muted',
  accent: 'bg-accent-soft text-accent-text',
  approved: 'bg-approved-soft text-approved',
  edited: 'bg-edited-soft text-edited',
  rejected: 'bg-rejected-soft text-rejected',
  waiting: 'bg-waiting-soft text-waiting',
}
export type Tone = keyof typeof TONES

/** A word or a number beside a thing. */
export function Badge({
  tone = 'neutral',
  className,
  children,
}: {
  tone?: Tone
  className?: string
  children: ReactNode
}) {
  return (
    <span
      className={cn(
        'inline-flex h-5 shrink-0 items-center gap-1 whitespace-nowrap rounded-sm px-1.5 text-xs [&_svg]:size-3.5',
        TONES[tone],
        className,
      )}
    >
      {children}
    </span>
  )
}
