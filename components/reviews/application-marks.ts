'use client'

import { useSyncExternalStore } from 'react'
import type { SampleMarks } from '@/lib/reviews/model'

/** What a reviewer found of one application. A wrong one needs its reason before it can become an exception. */
export type Mark = { right: true } | { right: false; reason: string }
/** By ordinal. `drawn`: was it in a random sample? Only those prove something about the rule. */
export type Marks = ReadonlyMap<number, Mark & { drawn: boolean }>

const NONE: Marks = new Map()
const byVersion = new Map<string, Marks>()
const listeners = new Set<() => void>()

/** The marks of this sitting on one version's applications: they stay while other drafts are looked at. */
export function useApplicationMarks(versionId: string): Marks {
  return useSyncExternalStore(
    subscribe,
    () => marksOf(versionId),
    () => NONE,
  )
}

export function marksOf(versionId: string): Marks {
  return byVersion.get(versionId) ?? NONE
}

/** Null takes the mark away. */
export function markApplication(
  versionId: string,
  ordinal: number,
  mark: (Mark & { drawn: boolean }) | null,
) {
  const marks = new Map(marksOf(versionId))
  if (mark) marks.set(ordinal, mark)
  else marks.delete(ordinal)
  byVersion.set(versionId, marks)
  for (const listener of listeners) listener()
}

/** What was found in the random sample; nothing where nobody looked. */
export function sampleOf(versionId: string): SampleMarks | undefined {
  const drawn = [...marksOf(versionId).values()].filter((mark) => mark.drawn)
  const right = drawn.filter((mark) => mark.right).length
  return drawn.length > 0 ? { right, wrong: drawn.length - right } : undefined
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
