'use client'

import { useFormatter } from 'next-intl'
import type { Bucket } from '@/lib/evaluation/model'

/** What a stretch of time is called: by its first day, or as a month. */
export function useDayName(bucket: Bucket): (day: string) => string {
  const format = useFormatter()
  return (day) =>
    format.dateTime(new Date(`${day}T00:00:00Z`), {
      timeZone: 'UTC',
      ...(bucket === 'month' ? { year: '2-digit', month: 'short' } : { month: 'short', day: 'numeric' }),
    })
}
