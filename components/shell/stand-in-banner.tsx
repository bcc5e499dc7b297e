import { FlaskConical } from 'lucide-react'
import { useTranslations } from 'next-intl'

/** Stays for as long as Gloss runs with the stand-in: nobody takes its drafts for a model's. */
export function StandInBanner() {
  const t = useTranslations('shell')
  return (
    <p
      role="note"
      className="flex items-center justify-center gap-2 border-line border-b bg-sunken px-4 py-1.5 text-muted text-xs"
    >
      <FlaskConical className="size-3.5 shrink-0" aria-hidden />
      {t('standIn')}
    </p>
  )
}
