'use client'

import { useFormatter } from 'next-intl'

const UNITS = ['kilobyte', 'megabyte', 'gigabyte'] as const

/** Writes a number of bytes as people read it: 1.2 MB, decimal units, in the language of the interface. */
export function useBytes(): (bytes: number) => string {
  const format = useFormatter()
  return (bytes) => {
    const power = Math.min(UNITS.length, Math.max(1, Math.floor(Math.log10(Math.max(bytes, 1)) / 3)))
    return format.number(bytes / 1000 ** power, {
      style: 'unit',
      unit: UNITS[power - 1],
      unitDisplay: 'short',
      maximumFractionDigits: 1,
    })
  }
}
