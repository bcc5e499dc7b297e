import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { DoorFrame } from '@/components/shell/plain-frame'
import { buttonClasses } from '@/components/ui/button'

/** A one-time link that was used, withdrawn or has expired. */
export function UselessLink() {
  const t = useTranslations('people.join')
  return (
    <DoorFrame title={t('uselessTitle')}>
      <p className="pb-5 text-muted">{t('uselessBody')}</p>
      <Link href="/sign-in" className={buttonClasses({ variant: 'primary', size: 'lg' })}>
        {t('uselessSignIn')}
      </Link>
    </DoorFrame>
  )
}
