import Link from 'next/link'
import { useFormatter } from 'next-intl'
import type { ReactNode } from 'react'

export type Bar = { key: string; label: ReactNode; value: number; href: string; color?: string }

/** Numbers as bars, one a line; each number is a link to what it counts. */
export function BarList({ bars, label }: { bars: readonly Bar[]; label: string }) {
  const format = useFormatter()
  const most = Math.max(1, ...bars.map(({ value }) => value))
  return (
    <ul
      aria-label={label}
      className="grid grid-cols-[minmax(4.5rem,max-content)_minmax(0,1fr)_max-content] items-center gap-x-3"
    >
      {bars.map(({ key, label: name, value, href, color }) => (
        <li key={key} className="col-span-3 grid min-h-6 grid-cols-subgrid items-center">
          <span className="min-w-0 truncate text-xs">{name}</span>
          <span
            aria-hidden
            className="h-2 rounded-xs"
            style={{
              width: value === 0 ? 0 : `max(2px, ${(value / most) * 100}%)`,
              background: color ?? 'var(--color-accent)',
              opacity: 0.6,
            }}
          />
          <Link
            href={href as never}
            prefetch={false}
            className="py-0.5 text-right text-muted tabular-nums underline-offset-2 hover:text-fg hover:underline"
          >
            {format.number(value)}
          </Link>
        </li>
      ))}
    </ul>
  )
}
