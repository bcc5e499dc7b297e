'use client'

import { useTranslations } from 'next-intl'
import { useBothLanguages } from '@/components/reviews/use-title'
import type { StaleItem } from '@/lib/lineage/schema'

/** Why something does not stand any more, in a sentence. */
export function useStaleWords() {
  const t = useTranslations('lineage')
  const inWords = useBothLanguages()
  return {
    whyOf: ({ title, versionNumber: number, newerNumber: newer, why, pairs }: StaleItem) =>
      t(`whyOf.${why ?? 'stands'}`, { title: inWords(title), number, newer: newer ?? 0, pairs: pairs ?? 0 }),
  }
}
