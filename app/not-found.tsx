import { getTranslations } from 'next-intl/server'
import { DoorFrame } from '@/components/shell/plain-frame'
import { buttonClasses } from '@/components/ui/button'
import { TextLink } from '@/components/ui/text-link'

export default async function NotFoundPage() {
  const t = await getTranslations('shell.notFound')
  return (
    <DoorFrame title={t('title')}>
      <p className="pb-5 text-muted">{t('body')}</p>
      <TextLink
        href="/projects"
        className={`no-underline ${buttonClasses({ variant: 'primary', size: 'lg' })}`}
      >
        {t('action')}
      </TextLink>
    </DoorFrame>
  )
}
