'use client'

import { useTranslations } from 'next-intl'

/** What a kind of job is called; its own name where a text is missing. */
export function useJobTitle(): (kind: string) => string {
  const t = useTranslations('projects.jobKinds')
  return (kind) => (t.has(kind as never) ? t(kind as never) : kind)
}
