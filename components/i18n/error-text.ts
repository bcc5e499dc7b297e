'use client'

import { useTranslations } from 'next-intl'
import { CallError } from '@/lib/platform/call-endpoint'

/** What an error says to a person: the sentence of its reason in their language, else the server's own words. */
export function useErrorText(): (error: unknown) => string {
  const t = useTranslations('errors')
  return (error) => {
    if (!(error instanceof CallError)) return t('unexpected')
    const { reason, params, message } = error.body
    if (!reason || !t.has(reason as never)) return message
    return t(reason as never, params as never)
  }
}
