'use client'

import { useRouter } from 'next/navigation'
import { useTimeZone } from 'next-intl'
import { useEffect } from 'react'
import { keepPreference, TIME_ZONE_COOKIE } from '@/components/i18n/locale'

/** Tells the server once in which time zone its readers live, so that both write the same times. */
export function TimeZoneKeeper() {
  const router = useRouter()
  const known = useTimeZone()
  useEffect(() => {
    const here = Intl.DateTimeFormat().resolvedOptions().timeZone
    if (!here || here === known) return
    keepPreference(TIME_ZONE_COOKIE, here)
    router.refresh()
  }, [known, router])
  return null
}
