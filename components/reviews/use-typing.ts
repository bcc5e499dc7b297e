'use client'

import { useEffect, useEffectEvent, useState } from 'react'
import { type KeptText, KeptTexts } from '@/components/reviews/kept-text'

/** A second is what a crash may cost; a third of it leaves room for a busy machine. */
const KEEP_AFTER_MS = 300

/** How a content of a kind becomes text to type in, and content again. */
export type Typist<Content, Typed extends object, Problem> = {
  typedOf(content: Content): Typed
  /** What the typed text says; `base` gives what cannot be typed. */
  contentOf(typed: Typed, base: Content): Content
  problemsOf(content: Content, typed: Typed): Problem[]
}

export type Saving<Content> =
  | { kind: 'content'; content: Content; comment: string }
  | { kind: 'unchanged' }
  | { kind: 'problems' }

export type Typing<Content = unknown, Typed extends object = object, Problem = unknown> = {
  typed: Typed
  comment: string
  problems: readonly Problem[]
  keptAt: number | null
  notKept: boolean
  /** A text of before, or of this sitting, that is not saved and waits to be taken up again. */
  found: { at: number } | null
  type: (change: Partial<Typed>) => void
  setComment: (comment: string) => void
  resume: () => void
  discard: () => void
  /** What there is to save; problems are shown and not saved. */
  save: () => Saving<Content>
}

/** The text that is being typed over one version; every change is in the browser's storage within a second. */
export function useTyping<Content, Typed extends object, Problem>(
  version: { id: string; content: Content },
  person: string,
  typist: Typist<Content, Typed, Problem>,
): Typing<Content, Typed, Problem> {
  const original = typist.typedOf(version.content)
  const [typed, setTyped] = useState(original)
  const [comment, setComment] = useState('')
  const [touched, setTouched] = useState(false)
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const [keptAt, setKeptAt] = useState<number | null>(null)
  const [notKept, setNotKept] = useState(false)
  const [found, setFound] = useState<KeptText<Typed> | null>(null)

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
    if (!touched) setFound(textsOf(person).read(version.id) as KeptText<Typed> | null)
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
      const content = typist.contentOf(typed, version.content)
      const faults = typist.problemsOf(content, typed)
      if (faults.length > 0) {
        setProblems(faults)
        return { kind: 'problems' }
      }
      if (touched) textsOf(person).keep(version.id, { typed, comment, at: Date.now() })
      const isSame = JSON.stringify(typist.typedOf(content)) === JSON.stringify(original)
      return isSame ? { kind: 'unchanged' } : { kind: 'content', content, comment: comment.trim() }
    },
  }
}

function textsOf(person: string): KeptTexts {
  return new KeptTexts(window.localStorage, person)
}
