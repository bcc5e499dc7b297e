'use client'

import { useTranslations } from 'next-intl'

/** An answer that says why not: a stable reason with its values, and the server's own words. */
type Refusal = { body: { message: string; reason?: string; params?: Record<string, string | number> } }

/** What an error says to a person: the sentence of its reason in their language, else the server's own words. */
export function useErrorText(): (error: unknown) => string {
  const t = useTranslations('errors')
  return (error) => {
    if (!isRefusal(error)) return t('unexpected')
    const { reason, params, message } = error.body
    if (!reason || !t.has(reason as never)) return message
    return t(reason as never, params as never)
  }
}

function isRefusal(error: unknown): error is Error & Refusal {
  if (!(error instanceof Error) || !('body' in error)) return false
  const { body } = error
  return typeof body === 'object' && body !== null && 'message' in body
}
