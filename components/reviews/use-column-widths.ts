'use client'

import { useState } from 'react'
import { type ColumnWidths, DESK_COOKIE, within } from '@/components/reviews/column-widths'

export function useColumnWidths(initial: ColumnWidths) {
  const [widths, setWidths] = useState(initial)
  function resize(column: keyof ColumnWidths, percent: number) {
    const next = { ...widths, [column]: within(column, percent) }
    setWidths(next)
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser yet
    document.cookie = `${DESK_COOKIE}=${next.draft}-${next.history}; path=/; max-age=31536000; samesite=lax`
  }
  return { widths, resize }
}
