'use client'

import { useFormatter, useNow, useTranslations } from 'next-intl'
import type { Typing } from '@/components/reviews/use-typing'
import { Button } from '@/components/ui/button'

/** A text that was typed over this draft before, e.g. before a crash or an undo, and is still here. */
export function FoundText({ typing, onResume }: { typing: Typing; onResume: () => void }) {
  const t = useTranslations('reviews.form.found')
  const format = useFormatter()
  const now = useNow()
  if (!typing.found) return null
  const at = new Date(typing.found.at)
  const when = format.relativeTime(at > now ? now : at, now)
  return (
    <div
      role="note"
      className="mb-4 flex flex-wrap items-center gap-2 rounded-md bg-edited-soft px-3 py-2 text-edited"
    >
      <p className="min-w-0 flex-1">{t('title', { when })}</p>
      <Button size="sm" onClick={onResume}>
        {t('resume')}
      </Button>
      <Button size="sm" variant="quiet" onClick={typing.discard}>
        {t('discard')}
      </Button>
    </div>
  )
}
