'use client'

import { usePathname } from 'next/navigation'
import { useEffect, useRef } from 'react'

/**
 * After a change of page the keyboard and a screen reader go on at the new page's heading, as after a full load. Another
 * query is the same page, and a page that has put the focus somewhere itself keeps it.
 */
export function PageFocus() {
  const pathname = usePathname()
  const shown = useRef(pathname)
  useEffect(() => {
    if (shown.current === pathname) return
    shown.current = pathname
    focusHeading()
  }, [pathname])
  return null
}

function focusHeading(): void {
  const main = document.querySelector('main')
  const active = document.activeElement
  if (!main || (active !== main && main.contains(active))) return
  const place = main.querySelector<HTMLElement>('h1') ?? main
  place.tabIndex = -1
  place.focus({ preventScroll: true })
}
