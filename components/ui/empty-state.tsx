import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { cn } from '@/components/ui/cn'

type Props = {
  icon?: LucideIcon
  title: ReactNode
  /** One sentence: why it is empty and what to do. */
  children?: ReactNode
  /** One button. */
  action?: ReactNode
  className?: string
}

export function EmptyState({ icon: Icon, title, children, action, className }: Props) {
  return (
    <div
      className={cn('mx-auto flex max-w-sm flex-col items-center gap-1 px-4 py-16 text-center', className)}
    >
      {Icon && <Icon className="mb-2 size-6 text-muted" strokeWidth={1.5} aria-hidden />}
      <p className="font-medium">{title}</p>
      {children && <p className="text-muted">{children}</p>}
      {action && <div className="pt-3">{action}</div>}
    </div>
  )
}
