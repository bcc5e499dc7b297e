'use client'

import { useSyncExternalStore } from 'react'
import { KeptTexts } from '@/components/reviews/kept-text'
import type { SampleMarks } from '@/lib/reviews/model'

/** What a reviewer found of one application. A wrong one needs its reason before it can become an exception. */
export type Mark = { right: true } | { right: false; reason: string }
/** By ordinal. `drawn`: was it in a random sample? Only those prove something about the rule. */
export type Marks = ReadonlyMap<number, Mark & { drawn: boolean }>

/** One reviewer's marks on the applications of one version. */
export type MarkedVersion = { person: string; versionId: string }

const NONE: Marks = new Map()
const byVersion = new Map<string, Marks>()
const listeners = new Set<() => void>()

/** The marks on one version's applications: they stay while other drafts are looked at, and outlive a reload of the page. */
export function useApplicationMarks({ person, versionId }: MarkedVersion): Marks {
  return useSyncExternalStore(
    subscribe,
    () => marksOf({ person, versionId }),
    () => NONE,
  )
}

export function marksOf(of: MarkedVersion): Marks {
  const known = byVersion.get(keyOf(of))
  if (known) return known
  const found = readKept(of)
  byVersion.set(keyOf(of), found)
  return found
}

/** Null takes the mark away. */
export function markApplication(
  of: MarkedVersion,
  ordinal: number,
  mark: (Mark & { drawn: boolean }) | null,
) {
  const marks = new Map(marksOf(of))
  if (mark) marks.set(ordinal, mark)
  else marks.delete(ordinal)
  byVersion.set(keyOf(of), marks)
  kept(of.person)?.keep(of.versionId, { typed: { marks: [...marks] }, comment: '', at: Date.now() })
  for (const listener of listeners) listener()
}

/** What was decided needs no keeping. The marks stay for this sitting, so that a decision that is taken back has them. */
export function forgetMarks({ person, versionId }: MarkedVersion) {
  kept(person)?.forget(versionId)
}

/** What was found in the random sample; nothing where nobody looked. */
export function sampleOf(marks: Marks): SampleMarks | undefined {
  const drawn = [...marks.values()].filter((mark) => mark.drawn)
  const right = drawn.filter((mark) => mark.right).length
  return drawn.length > 0 ? { right, wrong: drawn.length - right } : undefined
}

const keyOf = ({ person, versionId }: MarkedVersion) => `${person}.${versionId}`

function kept(person: string): KeptTexts | null {
  return typeof localStorage === 'undefined' ? null : new KeptTexts(localStorage, person, 'marks')
}

function readKept({ person, versionId }: MarkedVersion): Marks {
  const typed = kept(person)?.read(versionId)?.typed as { marks?: [number, Mark & { drawn: boolean }][] }
  return Array.isArray(typed?.marks) ? new Map(typed.marks) : NONE
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
