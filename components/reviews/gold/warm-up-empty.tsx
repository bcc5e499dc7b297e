'use client'

import { GraduationCap } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { WarmUpLine } from '@/components/reviews/gold/warm-up-lines'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import type { WarmUpView } from '@/lib/reviews/gold/schema'

type Props = { warmUps: readonly WarmUpView[]; look: () => void }

/** Nothing can be decided because a warm-up stands still, and why. */
export function WarmUpEmpty({ warmUps, look }: Props) {
  const t = useTranslations('goldQuestions.desk')
  const failed = warmUps.some(({ state }) => state === 'failed')
  return (
    <EmptyState
      icon={GraduationCap}
      title={t(failed ? 'emptyFailed' : 'emptyMissing')}
      action={<Button onClick={look}>{t('look')}</Button>}
    >
      {warmUps.map((one) => (
        <WarmUpLine key={one.kind} warmUp={one} />
      ))}
    </EmptyState>
  )
}
