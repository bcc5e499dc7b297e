'use client'

import { Progress } from '@base-ui/react/progress'
import { cn } from '@/components/ui/cn'

type Props = {
  label: string
  done: number
  /** Unknown: the bar says only that it runs. */
  total: number | null
  tone?: 'accent' | 'rejected' | 'approved'
  className?: string
}

const FILL = { accent: 'bg-accent', rejected: 'bg-rejected-fill', approved: 'bg-approved' }

export function ProgressBar({ label, done, total, tone = 'accent', className }: Props) {
  const value = total === null ? null : total === 0 ? 100 : Math.min(100, (done / total) * 100)
  return (
    <Progress.Root value={value} aria-label={label} className={className}>
      <Progress.Track className="h-1 overflow-hidden rounded-full bg-pressed">
        <Progress.Indicator
          className={cn(
            'h-full transition-[width] data-indeterminate:w-1/4 data-indeterminate:animate-pulse',
            FILL[tone],
          )}
        />
      </Progress.Track>
    </Progress.Root>
  )
}
