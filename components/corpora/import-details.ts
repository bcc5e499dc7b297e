import type { splits } from '@/lib/corpora/model'
import { CallError } from '@/lib/platform/call-endpoint'

/** What has to be written, in the order of the form. */
export const textDetails = ['name', 'language', 'licence', 'source'] as const
export type TextDetail = (typeof textDetails)[number]
export type Details = Record<TextDetail, string> & { split: (typeof splits)[number] }

/** The field that the server refused, when its answer names one. */
export function faultyDetail(error: unknown): TextDetail | null {
  if (!(error instanceof CallError)) return null
  if (error.body.reason === 'corpus-name-taken') return 'name'
  const places = error.body.issues?.map(({ path }) => path) ?? []
  return textDetails.find((field) => places.includes(`body.${field}`)) ?? null
}
