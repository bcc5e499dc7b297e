import Link from 'next/link'
import type { ReactNode } from 'react'
import { cn } from '@/components/ui/cn'

/** A number that leads to the rows behind it. */
export function FigureLink({
  href,
  label,
  children,
  className,
}: {
  href: string
  /** What the number is of, where what stands around it does not say. */
  label?: string
  children: ReactNode
  className?: string
}) {
  return (
    <Link
      href={href as never}
      prefetch={false}
      aria-label={label}
      className={cn('rounded-xs tabular-nums underline-offset-2 hover:underline', className)}
    >
      {children}
    </Link>
  )
}
