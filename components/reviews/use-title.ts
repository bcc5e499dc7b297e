'use client'

import { useLocale, useTranslations } from 'next-intl'
import { type BothLanguages, type SomeContent, titleOf } from '@/lib/artifacts/model'

/** What a version is called, in the language of the screen. */
export function useTitle(): (of: SomeContent) => string {
  const inWords = useBothLanguages()
  return (of) => inWords(titleOf(of).title)
}

/** The same in a few words, where the whole text stands below: of a rule, what it does. */
export function useShortTitle(): (of: SomeContent) => string {
  const t = useTranslations('reviews.rule')
  const title = useTitle()
  return (of) => {
    if (of.kind !== 'rule') return title(of)
    const { transform } = of.content
    return transform ? t(`transforms.${transform.name}`) : t('annotated')
  }
}

/** A text of both languages in that of the screen. */
export function useBothLanguages(): (text: BothLanguages) => string {
  const locale = useLocale()
  return (text) => (locale === 'zh' ? text.zh : text.en)
}
