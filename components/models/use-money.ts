'use client'

import { useFormatter } from 'next-intl'
import { MICROS } from '@/lib/calls/model'

/** Writes an amount of micros as people read it, with as many places as a small one needs to be more than nothing. */
export function useMoney(currency: string): (micros: number) => string {
  const format = useFormatter()
  return (micros) => {
    const amount = micros / MICROS
    const isSmall = amount > 0 && amount < 0.1
    return format.number(amount, {
      style: 'currency',
      currency,
      currencyDisplay: 'narrowSymbol',
      ...(isSmall
        ? { minimumSignificantDigits: 1, maximumSignificantDigits: 2 }
        : { maximumFractionDigits: 2 }),
    })
  }
}
