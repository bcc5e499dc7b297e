'use client'

import { useTranslations } from 'next-intl'

/** An answer that says why not: a stable reason with its values, and the server's own words. */
type Reasoned = { message: string; reason?: string; params?: Record<string, string | number> }
type Refusal = { body: Reasoned }

/** What an error says to a person: the sentence of its reason in their language, else the server's own words. */
export function useErrorText(): (error: unknown) => string {
  const t = useTranslations('errors')
  const reasonText = useReasonText()
  return (error) => (isRefusal(error) ? reasonText(error.body) : t('unexpected'))
}

/** The same for what is kept of an error, such as that of a job. */
export function useReasonText(): (said: Reasoned) => string {
  const t = useTranslations('errors')
  return ({ reason, params, message }) =>
    reason && t.has(reason as never) ? t(reason as never, params as never) : message
}

function isRefusal(error: unknown): error is Error & Refusal {
  if (!(error instanceof Error) || !('body' in error)) return false
  const { body } = error
  return typeof body === 'object' && body !== null && 'message' in body
}
