'use client'

import { parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs'
import { artifactKinds } from '@/lib/artifacts/model'
import { lastDays } from '@/lib/evaluation/model'

export const periods = ['30', '90', '365', 'all'] as const
export type Period = (typeof periods)[number]
const ALL_DAYS = 3650

/** The days of a period that ends today. */
export function daysOf(period: Period): { from: string; to: string } {
  return lastDays(period === 'all' ? ALL_DAYS : Number(period))
}

/** What the figures of the overview are about, kept in the address. */
export function usePeriod() {
  const [asked, ask] = useQueryStates({
    days: parseAsStringLiteral(periods).withDefault('90'),
    kind: parseAsStringLiteral(artifactKinds),
    person: parseAsString,
  })
  const filter = { ...daysOf(asked.days), kind: asked.kind ?? undefined, person: asked.person ?? undefined }
  return { asked, ask, filter }
}
