'use client'

import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import { cn } from '@/components/ui/cn'

const PLACES = {
  desk: '',
  similar: '/similar',
  assign: '/assign',
  disputes: '/disputes',
  plan: '/plan',
  gold: '/gold',
} as const
const OF_LEADS = ['desk', 'similar', 'disputes', 'assign', 'plan', 'gold'] as const
const OF_ALL = ['desk', 'similar'] as const

type Props = {
  project: string
  at: keyof typeof PLACES
  /** How many drafts wait for a lead; null: nobody who looks here may settle them. */
  disputes: number | null
}

/** What stands over the queue: the desk, drafts that are alike; for leads what reviewers disagree about, and how drafts are reviewed. */
export function QueueTabs({ project, at, disputes }: Props) {
  const t = useTranslations('adjudication.tabs')
  const format = useFormatter()
  return (
    <nav aria-label={t('label')} className="hairline-b flex shrink-0 gap-1 px-3 py-1">
      {(disputes === null ? OF_ALL : OF_LEADS).map((place) => (
        <Link
          key={place}
          href={`/p/${project}/queue${PLACES[place]}` as never}
          aria-current={place === at ? 'page' : undefined}
          className={cn(
            'flex items-center gap-1.5 rounded-md px-2 py-1 text-muted hover:bg-hover hover:text-fg max-lg:py-2',
            place === at && 'bg-hover font-medium text-fg',
          )}
        >
          {t(place)}
          {place === 'disputes' && disputes !== null && disputes > 0 && (
            <span className="rounded-full bg-waiting-soft px-1.5 text-waiting text-xs tabular-nums">
              {format.number(disputes)}
            </span>
          )}
        </Link>
      ))}
    </nav>
  )
}
