'use client'

import { useFormatter, useNow } from 'next-intl'

/** "3 hours ago", with the moment itself behind it. */
export function TimeAgo({ at, className }: { at: string; className?: string }) {
  const format = useFormatter()
  const now = useNow({ updateInterval: 30_000 })
  const date = new Date(at)
  return (
    <time
      dateTime={at}
      title={format.dateTime(date, { dateStyle: 'medium', timeStyle: 'medium' })}
      className={className}
    >
      {format.relativeTime(date > now ? now : date, now)}
    </time>
  )
}
