'use client'

import { useFormatter, useNow } from 'next-intl'

/** "3h ago", with the moment itself behind it. */
export function TimeAgo({ at, className }: { at: string; className?: string }) {
  const format = useFormatter()
  const textOf = useTimeAgo()
  return (
    <time
      dateTime={at}
      title={format.dateTime(new Date(at), { dateStyle: 'medium', timeStyle: 'medium' })}
      className={className}
    >
      {textOf(at)}
    </time>
  )
}

/** For a sentence. Clocks differ: what happened a moment "from now" is now. */
export function useTimeAgo(): (at: string) => string {
  const format = useFormatter()
  const now = useNow({ updateInterval: 30_000 })
  return (at) => {
    const date = new Date(at)
    const ahead = date.getTime() - now.getTime()
    return format.relativeTime(ahead > 0 && ahead < 60_000 ? now : date, { now, style: 'narrow' })
  }
}
