'use client'

import { CircleHelp } from 'lucide-react'
import { useTranslations } from 'next-intl'

/** How many questions of the draft an approval would leave open; on a telephone a line above the deeds. */
export function OpenQuestions({ count }: { count: number }) {
  const t = useTranslations('reviews.bar')
  if (count === 0) return null
  return (
    <p className="flex items-center gap-1.5 whitespace-nowrap px-2 text-waiting text-xs max-lg:order-first max-lg:w-full max-lg:pt-1.5">
      <CircleHelp className="size-4 shrink-0" aria-hidden />
      {t('open', { count })}
    </p>
  )
}
