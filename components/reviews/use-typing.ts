'use client'

import { useEffect, useEffectEvent, useState } from 'react'
import {
  contentOf,
  problemsOf,
  sameContent,
  type TypedGuideline,
  type TypingProblem,
  typedOf,
} from '@/components/reviews/guideline-text'
import { type KeptText, KeptTexts } from '@/components/reviews/kept-text'
import type { GuidelineContent } from '@/lib/artifacts/kinds/guideline/content'
import type { VersionView } from '@/lib/artifacts/schema'

/** A second is what a crash may cost; a third of it leaves room for a busy machine. */
const KEEP_AFTER_MS = 300

export type Saving =
  | { kind: 'content'; content: GuidelineContent; comment: string }
  | { kind: 'unchanged' }
  | { kind: 'problems' }

export type Typing = {
  typed: TypedGuideline
  comment: string
  problems: readonly TypingProblem[]
  keptAt: number | null
  notKept: boolean
  /** A text of before, or of this sitting, that is not saved and waits to be taken up again. */
  found: { at: number } | null
  type: (change: Partial<TypedGuideline>) => void
  setComment: (comment: string) => void
  resume: () => void
  discard: () => void
  /** What there is to save; problems are shown and not saved. */
  save: () => Saving
}

/** The text that is being typed over one version; every change is in the browser's storage within a second. */
export function useTyping(version: VersionView, person: string): Typing {
  const original = typedOf(version.content)
  const [typed, setTyped] = useState(original)
  const [comment, setComment] = useState('')
  const [touched, setTouched] = useState(false)
  const [problems, setProblems] = useState<readonly TypingProblem[]>([])
  const [keptAt, setKeptAt] = useState<number | null>(null)
  const [notKept, setNotKept] = useState(false)
  const [found, setFound] = useState<KeptText | null>(null)

  const keepNow = useEffectEvent(() => {
    if (!touched) return
    const at = Date.now()
    const kept = textsOf(person).keep(version.id, { typed, comment, at })
    setKeptAt(at)
    setNotKept(!kept)
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: each change starts the third of a second anew
  useEffect(() => {
    if (!touched) return
    const timer = setTimeout(keepNow, KEEP_AFTER_MS)
    return () => {
      clearTimeout(timer)
      if (document.visibilityState === 'hidden') keepNow()
    }
  }, [typed, comment, touched])
  useEffect(() => {
    const whenHidden = () => document.visibilityState === 'hidden' && keepNow()
    window.addEventListener('pagehide', keepNow)
    document.addEventListener('visibilitychange', whenHidden)
    return () => {
      window.removeEventListener('pagehide', keepNow)
      document.removeEventListener('visibilitychange', whenHidden)
    }
  }, [])
  const look = useEffectEvent(() => {
    if (!touched) setFound(textsOf(person).read(version.id))
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: a draft that came back may have brought its text
  useEffect(() => look(), [version.id])

  return {
    typed,
    comment,
    problems,
    keptAt,
    notKept,
    found: found ?? (touched && keptAt !== null ? { at: keptAt } : null),
    type(change) {
      setTouched(true)
      setProblems([])
      setTyped({ ...typed, ...change })
    },
    setComment(next) {
      setTouched(true)
      setComment(next)
    },
    resume() {
      if (!found) return
      setTouched(true)
      setTyped({ ...original, ...found.typed })
      setComment(found.comment)
      setFound(null)
    },
    discard() {
      textsOf(person).forget(version.id)
      setFound(null)
      setTouched(false)
      setTyped(original)
      setComment('')
    },
    save() {
      const content = contentOf(typed, version.content)
      const faults = problemsOf(content)
      if (faults.length > 0) {
        setProblems(faults)
        return { kind: 'problems' }
      }
      if (touched) textsOf(person).keep(version.id, { typed, comment, at: Date.now() })
      return sameContent(content, version.content)
        ? { kind: 'unchanged' }
        : { kind: 'content', content, comment: comment.trim() }
    },
  }
}

function textsOf(person: string): KeptTexts {
  return new KeptTexts(window.localStorage, person)
}
