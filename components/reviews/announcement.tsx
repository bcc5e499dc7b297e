'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useEffectEvent, useState } from 'react'
import type { DeskState } from '@/components/reviews/desk-state'
import { emptinessOf } from '@/components/reviews/emptiness'
import { useBothLanguages, useTitle } from '@/components/reviews/use-title'

type Props = {
  desk: DeskState
  progress: { at: number; of: number }
  /** What happened without another draft coming; a new object each time. */
  remark: { text: string } | undefined
}

/** Says to a screen reader what was decided or taken back, and what lies on the desk now. The latest news only. */
export function Announcement({ desk, progress, remark }: Props) {
  const t = useTranslations('reviews.desk.announce')
  const empty = useTranslations('reviews.empty')
  const title = useTitle()
  const inWords = useBothLanguages()
  const [text, setText] = useState('')
  const why = emptinessOf(desk.counts)
  const onDesk = desk.places[0]?.version.id ?? why
  const say = useEffectEvent(() => {
    if (desk.phase === 'opening') return
    const { lastDeed } = desk
    const place = desk.places[0]
    const deed = lastDeed && t(lastDeed.verdict, { label: inWords(lastDeed.title) })
    const now = place ? t('next', { label: title(place.version), ...progress }) : empty(`${why}.title`)
    setText(lastDeed?.verdict === 'undo' ? deed! : [deed, now].filter(Boolean).join(' '))
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: spoken when another draft lies on the desk, or none for another reason
  useEffect(() => say(), [onDesk, desk.phase])
  useEffect(() => {
    if (remark) setText(remark.text)
  }, [remark])
  return (
    <p aria-live="polite" className="sr-only">
      {text}
    </p>
  )
}
