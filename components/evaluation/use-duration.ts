'use client'

import { useFormatter, useTranslations } from 'next-intl'

const HOUR = 1
const DAY_OF_WORK = 8

/** Times as people say them: seconds, minutes, hours and days. */
export function useDuration() {
  const t = useTranslations('evaluation.duration')
  const format = useFormatter()
  const seconds = (value: number | null) =>
    value === null
      ? t('unknown')
      : t('seconds', { seconds: format.number(value, { maximumFractionDigits: value < 10 ? 1 : 0 }) })
  const hours = (value: number | null) => {
    if (value === null) return t('unknown')
    if (value === 0) return t('nothing')
    if (value < HOUR) return t('minutes', { minutes: Math.max(1, Math.round(value * 60)) })
    return t('hours', { hours: format.number(value, { maximumFractionDigits: value < DAY_OF_WORK ? 1 : 0 }) })
  }
  const days = (value: number | null) => {
    if (value === null) return t('unknown')
    return value === 0 ? t('nothing') : t('days', { days: Math.max(1, Math.ceil(value)) })
  }
  return { seconds, hours, days }
}
