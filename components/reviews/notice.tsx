'use client'

import { CircleAlert } from 'lucide-react'
import type { ReactNode } from 'react'

type Props = { tone?: 'waiting' | 'rejected'; title: ReactNode; children?: ReactNode; actions?: ReactNode }

/** What happened, what was kept, what to do next: in one line over the bar, until it is dealt with. */
export function Notice({ tone = 'waiting', title, children, actions }: Props) {
  return (
    <div
      className={`hairline-t flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2 ${tone === 'rejected' ? 'bg-rejected-soft' : 'bg-waiting-soft'}`}
    >
      <CircleAlert
        className={`size-4 shrink-0 ${tone === 'rejected' ? 'text-rejected' : 'text-waiting'}`}
        aria-hidden
      />
      <p className="min-w-60 flex-1">
        <span className="font-medium">{title}</span>
        {children && <> {children}</>}
      </p>
      {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
    </div>
  )
}
