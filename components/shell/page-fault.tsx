'use client'

import { CircleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'

/** In place of a page that failed while it was made. */
export function PageFault({ reference, retry }: { reference?: string; retry: () => void }) {
  const t = useTranslations('shell.error')
  return (
    <EmptyState icon={CircleAlert} title={t('title')} action={<Button onClick={retry}>{t('retry')}</Button>}>
      {reference ? t('body', { reference }) : t('bodyPlain')}
    </EmptyState>
  )
}
