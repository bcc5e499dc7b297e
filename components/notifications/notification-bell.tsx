'use client'

import { Bell } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { lazy, Suspense, useState } from 'react'
import { useUnread } from '@/components/notifications/notifications.query'
import { useProject } from '@/components/projects/current-project'
import { IconButton } from '@/components/ui/icon-button'
import { Sheet } from '@/components/ui/sheet'
import { Skeleton } from '@/components/ui/skeleton'

// Few open it on a page; the desk should not carry it.
const NotificationList = lazy(() => import('@/components/notifications/notification-list'))

/** How many notifications are unread, and they themselves behind it. */
export function NotificationBell() {
  const t = useTranslations('notifications')
  const format = useFormatter()
  const { slug } = useProject()
  const unread = useUnread(slug)
  const [open, setOpen] = useState(false)
  return (
    <>
      <span className="relative inline-flex">
        <IconButton icon={Bell} size="sm" label={t('open', { unread })} onClick={() => setOpen(true)} />
        {unread > 0 && (
          <span
            aria-hidden
            className="pointer-events-none absolute -top-0.5 -right-0.5 flex h-3.5 min-w-3.5 items-center justify-center rounded-full bg-accent px-1 text-2xs text-on-accent tabular-nums"
          >
            {unread > 99 ? '99+' : format.number(unread)}
          </span>
        )}
      </span>
      <Sheet open={open} onOpenChange={setOpen} title={t('title')}>
        <Suspense fallback={<Skeleton className="h-24" />}>
          {open && <NotificationList project={slug} onLeave={() => setOpen(false)} />}
        </Suspense>
      </Sheet>
    </>
  )
}
