'use client'

import { useFormatter, useTranslations } from 'next-intl'
import type { Measure } from '@/lib/evaluation/agreement/model'

/** A coefficient or a share as people read it; where there is none, why. */
export function useMeasure() {
  const t = useTranslations('evaluation.undefined')
  const format = useFormatter()
  const share = (value: number) => format.number(value, { style: 'percent', maximumFractionDigits: 1 })
  const coefficient = (value: number) =>
    format.number(value, { minimumFractionDigits: 3, maximumFractionDigits: 3 })
  const whyOf = (measure: Measure) => (measure.value === null ? t(measure.why) : null)
  return { share, coefficient, whyOf }
}
