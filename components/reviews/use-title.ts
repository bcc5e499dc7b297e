'use client'

import { useLocale } from 'next-intl'
import { type BothLanguages, type SomeContent, titleOf } from '@/lib/artifacts/model'

/** What a version is called, in the language of the screen. */
export function useTitle(): (of: SomeContent) => string {
  const inWords = useBothLanguages()
  return (of) => inWords(titleOf(of).title)
}

/** A text of both languages in that of the screen. */
export function useBothLanguages(): (text: BothLanguages) => string {
  const locale = useLocale()
  return (text) => (locale === 'zh' ? text.zh : text.en)
}
