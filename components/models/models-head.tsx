'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { SpendMark } from '@/components/models/spend-mark'
import { cn } from '@/components/ui/cn'
import { PageHeader } from '@/components/ui/page-header'

const PLACES = { connections: '', spend: '/spend', calls: '/calls', learning: '/learning' } as const
export type ModelsPlace = keyof typeof PLACES

/** The head that the pages of the models share: who drafts, what it costs, what was asked, what was learnt. */
export function ModelsHead({
  project,
  at,
  actions,
}: {
  project: string
  at: ModelsPlace
  actions?: ReactNode
}) {
  const t = useTranslations('models')
  return (
    <PageHeader
      title={t('title')}
      actions={
        <>
          <SpendMark project={project} />
          {actions}
        </>
      }
      aside={
        <nav aria-label={t('title')} className="ml-3 flex gap-1 overflow-x-auto">
          {(Object.keys(PLACES) as ModelsPlace[]).map((place) => (
            <Link
              key={place}
              href={`/p/${project}/models${PLACES[place]}` as never}
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
