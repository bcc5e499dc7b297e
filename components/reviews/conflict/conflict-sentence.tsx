'use client'

import { useFormatter, useTranslations } from 'next-intl'
import type { Conflict } from '@/lib/reviews/conflicts/schema'

/** Who holds a draft, who decided it and how, or what took its place: in one sentence. */
export function useConflictSentence(): (conflict: Conflict) => string {
  const t = useTranslations('conflict.now')
  const format = useFormatter()
  return ({ base, theirs, decided, holder }) => {
    if (holder)
      return t('held', {
        by: holder.name,
        until: format.dateTime(new Date(holder.until), { timeStyle: 'short' }),
      })
    const state: string = base.state
    if (state === 'waiting') return t('free')
    if (state === 'disputed') return t('disputed')
    if (theirs?.state === 'waiting') return t('newer', { number: theirs.number, author: theirs.author })
    if (!decided) return t('superseded')
    const at = format.relativeTime(new Date(decided.at), new Date())
    return t(`decided.${decided.verdict}` as 'decided.approve', { by: decided.by, at })
  }
}
