'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { cn } from '@/components/ui/cn'
import { PageHeader } from '@/components/ui/page-header'

const PLACES = { guidelines: '', releases: '/releases', stale: '/stale' } as const

/** The library's lists share one head: what is approved now, what was frozen, and what of that does not stand any more. */
export function LibraryTabs({
  project,
  at,
  actions,
}: {
  project: string
  at: keyof typeof PLACES
  actions?: ReactNode
}) {
  const t = useTranslations('library')
  return (
    <PageHeader
      title={t('title')}
      actions={actions}
      aside={
        <nav aria-label={t('title')} className="ml-3 flex gap-1">
          {(['guidelines', 'releases', 'stale'] as const).map((place) => (
            <Link
              key={place}
              href={`/p/${project}/library${PLACES[place]}` as never}
              aria-current={place === at ? 'page' : undefined}
              className={cn(
                'rounded-md px-2 py-1 text-muted hover:bg-hover hover:text-fg',
                place === at && 'bg-hover font-medium text-fg',
              )}
            >
              {t(`tabs.${place}`)}
            </Link>
          ))}
        </nav>
      }
    />
  )
}
