import { cn } from '@/components/ui/cn'

/** The place of something that is on its way. */
export function Skeleton({ className, width }: { className?: string; width?: string }) {
  return (
    <div aria-hidden className={cn('h-4 animate-pulse rounded-sm bg-hover', className)} style={{ width }} />
  )
}
