import Link from 'next/link'
import { useFormatter } from 'next-intl'
import type { ReactNode } from 'react'
import { cn } from '@/components/ui/cn'

type Props = {
  label: ReactNode
  value: number | string
  /** The rows behind the number. */
  href?: string
  note?: ReactNode
  className?: string
}

/** A number with its name; a link to the rows behind it. */
export function Stat({ label, value, href, note, className }: Props) {
  const format = useFormatter()
  const figure = typeof value === 'number' ? format.number(value) : value
  return (
    <div className={cn('flex min-w-0 flex-col', className)}>
      <span className="text-muted text-xs">{label}</span>
      <span className="font-medium text-lg">
        {href ? (
          <Link href={href as never} className="underline-offset-2 hover:underline">
            {figure}
          </Link>
        ) : (
          figure
        )}
      </span>
      {note && <span className="text-muted text-xs">{note}</span>}
    </div>
  )
}
