'use client'

import { useTranslations } from 'next-intl'
import type { ComparisonView } from '@/lib/artifacts/comparisons/schema'

/** What tells a drafter from the other. */
export function useArmName(): (arm: ComparisonView['a']) => string {
  const t = useTranslations('models.learning')
  return ({ model, connection, promptVersion, lessons }) =>
    [
      t('armLine', { model, connection }),
      promptVersion !== undefined && t('armVersion', { version: promptVersion }),
      !lessons && t('armNoLessons'),
    ]
      .filter(Boolean)
      .join(', ')
}
