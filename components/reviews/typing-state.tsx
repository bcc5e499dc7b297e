'use client'

import { useFormatter, useTranslations } from 'next-intl'
import type { Typing } from '@/components/reviews/use-typing'
import { cn } from '@/components/ui/cn'
import { Input } from '@/components/ui/input'

type Props = {
  typing: Pick<Typing, 'comment' | 'setComment' | 'keptAt' | 'notKept'>
  isNew?: boolean
}

/** Below every form: a comment for the history, and whether what was typed is kept. */
export function TypingState({ typing: { comment, setComment, keptAt, notKept }, isNew }: Props) {
  const t = useTranslations('reviews.form')
  const format = useFormatter()
  return (
    <>
      {!isNew && (
        <Input
          aria-label={t('comment')}
          placeholder={t('comment')}
          value={comment}
          onChange={(event) => setComment(event.currentTarget.value)}
        />
      )}
      <p className={cn('text-muted text-xs', notKept && 'text-rejected')}>
        {notKept ? t('notKept') : t('hint')}
        {keptAt !== null && !notKept && (
          <> · {t('keptAt', { time: format.dateTime(keptAt, { timeStyle: 'medium' }) })}</>
        )}
      </p>
    </>
  )
}
