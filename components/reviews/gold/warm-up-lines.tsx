'use client'

import { GraduationCap } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { DeskState } from '@/components/reviews/desk-state'
import type { WarmUpView } from '@/lib/reviews/gold/schema'

/** How far the warm-up of what lies on the desk is. */
export function WarmUpLines({ desk }: { desk: DeskState }) {
  const t = useTranslations('goldQuestions.desk')
  const onDesk = desk.places[0]?.version.kind
  const warmUp = desk.warmUps.find(({ kind }) => kind === onDesk)
  if (!warmUp) return null
  return (
    <section aria-label={t('label')} className="hairline-b shrink-0 bg-sunken px-4 py-1.5 text-xs">
      <WarmUpLine warmUp={warmUp} />
    </section>
  )
}

/** Nothing of it can be answered now. */
export function isHeldUp({ state, missing }: WarmUpView): boolean {
  return state === 'failed' || missing > 0
}

export function WarmUpLine({ warmUp }: { warmUp: WarmUpView }) {
  const t = useTranslations('goldQuestions.desk')
  const kinds = useTranslations('reviews.desk.kind')
  const { kind, state, asked, bar, answered, right, missing } = warmUp
  const words = { kind: kinds(kind), asked, bar, right, missing, at: Math.min(asked, answered + 1) }
  return (
    <p className="flex items-start gap-2">
      <GraduationCap aria-hidden className="mt-0.5 size-3.5 shrink-0 text-muted" />
      <span>{t(state === 'failed' ? 'failed' : missing > 0 ? 'missing' : 'warming', words)}</span>
    </p>
  )
}
