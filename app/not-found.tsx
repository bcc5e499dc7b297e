import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { DoorFrame } from '@/components/shell/plain-frame'
import { buttonClasses } from '@/components/ui/button'

export default async function NotFoundPage() {
  const t = await getTranslations('shell.notFound')
  return (
    <DoorFrame title={t('title')}>
      <p className="pb-5 text-muted">{t('body')}</p>
      <Link href="/projects" className={buttonClasses({ variant: 'primary', size: 'lg' })}>
        {t('action')}
      </Link>
    </DoorFrame>
  )
}
