'use client'

import { useTranslations } from 'next-intl'
import { useActivityText } from '@/components/projects/activity-text'
import { useProject } from '@/components/projects/current-project'
import { useActivity } from '@/components/projects/projects.query'
import { ErrorLine } from '@/components/ui/error-state'
import { Skeleton } from '@/components/ui/skeleton'
import { TimeAgo } from '@/components/ui/time-ago'

const SHOWN = 12

/** The last few deeds, newest first. */
export function ActivityFeed() {
  const t = useTranslations('projects.home')
  const { slug } = useProject()
  const activity = useActivity(slug)
  const textOf = useActivityText()
  if (activity.error) return <ErrorLine error={activity.error} className="py-3" />
  if (!activity.data) return <Skeleton className="my-3 w-2/3" />
  const items = activity.data.pages.flatMap((page) => page.items).slice(0, SHOWN)
  if (items.length === 0) return <p className="py-3 text-muted">{t('noActivity')}</p>
  return (
    <ol>
      {items.map((item) => {
        const { actor, deed, subject } = textOf(item)
        return (
          <li key={item.id} className="hairline-b flex min-h-9 items-center gap-2 py-1">
            <p className="min-w-0 flex-1 truncate">
              <span className="font-medium">{actor}</span> <span className="text-muted">{deed}</span>{' '}
              {subject}
            </p>
            <TimeAgo at={item.at} className="shrink-0 text-muted text-xs" />
          </li>
        )
      })}
    </ol>
  )
}
