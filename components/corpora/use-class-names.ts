'use client'

import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { itemSteps, lastOfStep, lengthSteps, UNKNOWN_LANGUAGE } from '@/lib/corpora/survey/model'

/** Classes of length, of items, and languages in people's words. */
export function useClassNames() {
  const t = useTranslations('survey')
  const format = useFormatter()
  const locale = useLocale()
  const range = (from: number, last: number | null) => {
    if (last === null) return t('andMore', { from })
    return from === last ? format.number(from) : `${format.number(from)}–${format.number(last)}`
  }
  const languages = new Intl.DisplayNames([locale], { type: 'language' })
  return {
    length: (from: number) => range(from, lastOfStep(lengthSteps, from)),
    items: (from: number) => range(from, lastOfStep(itemSteps, from)),
    language: (tag: string) =>
      tag === UNKNOWN_LANGUAGE ? t('languages.unknown') : (languages.of(tag) ?? tag),
  }
}
