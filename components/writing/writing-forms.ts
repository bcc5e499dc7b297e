import { lazy } from 'react'

/** The forms that people write in, by what they write; each is loaded with its first use. */
export const writingForms = {
  guideline: lazy(() => import('@/components/writing/write-guideline')),
  rule: lazy(() => import('@/components/writing/write-rule')),
  format: lazy(() => import('@/components/writing/write-format')),
}
