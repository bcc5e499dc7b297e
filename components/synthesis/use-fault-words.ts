'use client'

import { useTranslations } from 'next-intl'
import type { RefusedRecord } from '@/lib/synthesis/model'

/** What was wrong with a refused record, in a sentence; what has no name is said as it was written down. */
export function useFaultWords(): (record: Pick<RefusedRecord, 'why' | 'fault'>) => string {
  const t = useTranslations('synthesis.faults')
  return ({ why, fault }) =>
    fault && t.has(fault.name as 'length')
      ? t(fault.name as 'length', fault.params as { length: number })
      : why
}
