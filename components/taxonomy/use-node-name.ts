'use client'

import { useLocale } from 'next-intl'
import { nameIn } from '@/lib/taxonomy/model'

/** A node's name in the language of the screen, or in the other where it has none. */
export function useNodeName(): (name: { en: string; zh: string }) => string {
  const locale = useLocale()
  return (name) => nameIn(name, locale)
}
