'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useEffectEvent, useState } from 'react'
import type { DeskState } from '@/components/reviews/desk-state'

type Props = { desk: DeskState; progress: { at: number; of: number }; remark: string | undefined }

/** Says to a screen reader what was decided and what lies on the desk now. */
export function Announcement({ desk, progress, remark }: Props) {
  const t = useTranslations('reviews.desk.announce')
  const [text, setText] = useState('')
  const onDesk = desk.places[0]?.version.id ?? null
  const say = useEffectEvent(() => {
    if (desk.phase === 'opening') return
    const place = desk.places[0]
    const last = desk.done.at(-1)
    const isBack = place && desk.done.every((one) => one.item.version.id !== place.version.id)
    const before = last && isBack ? t(last.verdict, { label: last.item.version.content.label }) : ''
    const now = place ? t('next', { label: place.version.content.label, ...progress }) : t('none')
    setText([before, now].filter(Boolean).join(' '))
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: spoken when another draft lies on the desk
  useEffect(() => say(), [onDesk, desk.phase])
  return (
    <p aria-live="polite" className="sr-only">
      {remark ?? text}
    </p>
  )
}
