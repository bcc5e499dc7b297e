'use client'

import { useTranslations } from 'next-intl'
import type { Refusal } from '@/components/reviews/outbox-entry'

/** The sentence of a refusal's reason, else the server's own words. */
export function useRefusalText(): (refusal: Refusal) => string {
  const t = useTranslations('reviews.notices.why')
  return ({ reason, params, message }) =>
    reason && t.has(reason as never) ? t(reason as never, (params ?? {}) as never) : message
}
