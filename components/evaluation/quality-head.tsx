'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { cn } from '@/components/ui/cn'
import { PageHeader } from '@/components/ui/page-header'

const PLACES = { overview: '', agreement: '/agreement', decisions: '/decisions' } as const

/** The head that the pages of quality share. */
export function QualityHead({ project, at }: { project: string; at: keyof typeof PLACES }) {
  const t = useTranslations('evaluation')
  return (
    <PageHeader
      title={t('title')}
      aside={
        <nav aria-label={t('title')} className="ml-3 flex gap-1 overflow-x-auto">
          {(['overview', 'agreement', 'decisions'] as const).map((place) => (
            <Link
              key={place}
              href={`/p/${project}/quality${PLACES[place]}` as never}
              aria-current={place === at ? 'page' : undefined}
              className={cn(
                'whitespace-nowrap rounded-md px-2 py-1 text-muted hover:bg-hover hover:text-fg',
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
