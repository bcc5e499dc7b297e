'use client'

import { useTranslations } from 'next-intl'
import { NumberField } from '@/components/recipes/number-field'
import type { Limits } from '@/lib/connections/model'

type Props = { limits: Limits; onChange: (limits: Limits) => void }

/** How much at once, how often, how long: what the service and the purse bear. */
export function LimitFields({ limits, onChange }: Props) {
  const t = useTranslations('models.dialog')
  const set = (change: Partial<Limits>) => onChange({ ...limits, ...change })
  return (
    <div className="grid grid-cols-2 items-start gap-3 sm:grid-cols-3">
      <NumberField
        label={t('concurrency')}
        hint={t('concurrencyHint')}
        value={limits.concurrency}
        min={1}
        max={256}
        onChange={(concurrency) => set({ concurrency })}
      />
      <NumberField
        label={t('perMinute')}
        hint={t('perMinuteHint')}
        value={limits.requestsPerMinute}
        min={1}
        max={1_000_000}
        onChange={(requestsPerMinute) => set({ requestsPerMinute })}
        onClear={() => set({ requestsPerMinute: null })}
      />
      <NumberField
        label={t('attempts')}
        hint={t('attemptsHint')}
        value={limits.attempts}
        min={1}
        max={20}
        onChange={(attempts) => set({ attempts })}
      />
      <NumberField
        label={t('timeout')}
        value={limits.timeoutSeconds}
        min={1}
        max={3600}
        onChange={(timeoutSeconds) => set({ timeoutSeconds })}
      />
      <NumberField
        label={t('batchPercent')}
        hint={t('batchPercentHint')}
        value={limits.batchPercent}
        min={0}
        max={100}
        onChange={(batchPercent) => set({ batchPercent })}
      />
    </div>
  )
}
