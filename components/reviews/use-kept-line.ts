'use client'

import { useState } from 'react'
import { KeptTexts } from '@/components/reviews/kept-text'

/** One line that is typed over a version, such as why it is rejected: in the browser's storage as it is typed. */
export function useKeptLine(person: string, versionId: string): [string, (text: string) => void] {
  const [lines] = useState(() => new KeptTexts(window.localStorage, person, 'line'))
  const [text, setText] = useState(() => lines.read(versionId)?.comment ?? '')
  return [
    text,
    (next) => {
      setText(next)
      if (next === '') lines.forget(versionId)
      else lines.keep(versionId, { typed: {}, comment: next, at: Date.now() })
    },
  ]
}
