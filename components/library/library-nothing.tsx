'use client'

import { BookOpenCheck } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { buttonClasses } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { NothingFits } from '@/components/ui/nothing-fits'

type Props = { project: string; filtered: boolean; onClear: () => void }

/** What stands where nothing does: a way out of the filter, or to where libraries come from. */
export function LibraryNothing({ project, filtered, onClear }: Props) {
  const t = useTranslations('library.empty')
  if (filtered)
    return (
      <NothingFits {...{ title: t('filteredTitle'), text: t('filteredText'), clear: t('clear'), onClear }} />
    )
  return (
    <EmptyState
      icon={BookOpenCheck}
      title={t('title')}
      action={
        <Link href={`/p/${project}/queue` as never} className={buttonClasses({ variant: 'primary' })}>
          {t('action')}
        </Link>
      }
    >
      {t('text')}
    </EmptyState>
  )
}
