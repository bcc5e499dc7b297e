import type { ReactNode } from 'react'
import { cn } from '@/components/ui/cn'

/** Filters on the left, deeds on the right, over a list. */
export function Toolbar({
  end,
  className,
  children,
}: {
  end?: ReactNode
  className?: string
  children?: ReactNode
}) {
  return (
    <div className={cn('hairline-b flex min-h-11 flex-wrap items-center gap-2 px-4 py-1.5', className)}>
      {children}
      {end && <div className="ml-auto flex items-center gap-2">{end}</div>}
    </div>
  )
}
