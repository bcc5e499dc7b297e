import { ChevronRight } from 'lucide-react'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { cn } from '@/components/ui/cn'

export type Crumb = { label: ReactNode; href?: string }

type Props = {
  title: ReactNode
  /** What stands above it, from the outside in. */
  crumbs?: readonly Crumb[]
  /** Beside the title: a badge, a count. */
  aside?: ReactNode
  actions?: ReactNode
  className?: string
}

/** The one heading of a page. */
export function PageHeader({ title, crumbs = [], aside, actions, className }: Props) {
  return (
    <header
      className={cn(
        'hairline-b flex min-h-12 shrink-0 flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2',
        className,
      )}
    >
      <div className="flex min-w-0 items-center gap-1.5">
        {crumbs.map((crumb, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a crumb is its place in the path
          <span key={index} className="flex min-w-0 items-center gap-1.5 text-muted">
            {crumb.href ? (
              <Link href={crumb.href as never} className="truncate rounded-xs hover:text-fg">
                {crumb.label}
              </Link>
            ) : (
              <span className="truncate">{crumb.label}</span>
            )}
            <ChevronRight className="size-3.5 shrink-0" aria-hidden />
          </span>
        ))}
        <h1 className="truncate font-semibold">{title}</h1>
        {aside}
      </div>
      {actions && <div className="ml-auto flex flex-wrap items-center gap-2">{actions}</div>}
    </header>
  )
}
