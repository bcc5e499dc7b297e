'use client'

import { useLocale } from 'next-intl'
import { createContext, type ReactNode, use } from 'react'

/** The hues of `app/globals.css`; the first half of them stay furthest apart. */
const HUES = [9, 3, 5, 7, 11, 12, 1, 4, 6, 8, 10, 2]
const HALF = HUES.length / 2

/** What people read for labels, by language of the screens. */
export type LabelWords = Readonly<Record<string, Readonly<Partial<Record<string, string>>>>>
export type LabelLook = { hues: ReadonlyMap<string, number>; words: LabelWords }

const PLAIN: LabelLook = { hues: new Map(), words: {} }
const Look = createContext(PLAIN)

/** Says how the labels look inside it: those of one corpus, wherever they are shown. */
export function LabelScope({ look = PLAIN, children }: { look?: LabelLook; children: ReactNode }) {
  return <Look value={look}>{children}</Look>
}

/**
 * A hue of its own for each of the commonest labels of a corpus. It comes from the label's letters, so it is the same on every
 * page and whichever label is commoner; only of two that would share one the later by name goes on to the next that is free. Few labels have hues that are far apart.
 */
export function huesOf(commonest: readonly string[]): ReadonlyMap<string, number> {
  const labels = commonest.slice(0, HUES.length).toSorted()
  const free = HUES.slice(0, labels.length <= HALF ? HALF : HUES.length)
  const size = free.length
  const hues = new Map<string, number>()
  for (const label of labels) {
    let place = hash(label) % size
    while (free[place] === 0) place = (place + 1) % size
    hues.set(label, free[place]!)
    free[place] = 0
  }
  return hues
}

function hash(label: string): number {
  let value = 2_166_136_261
  for (const character of label) value = Math.imul(value ^ character.codePointAt(0)!, 16_777_619) >>> 0
  return value
}

export function useHueOf(): (label: string) => number {
  const { hues } = use(Look)
  return (label) => hues.get(label) ?? HUES[hash(label) % HUES.length]!
}

/** What people read for a label in their language: its name there, or the label itself. */
export function useNameOf(): (label: string) => string {
  const { words } = use(Look)
  const locale = useLocale()
  return (label) => (Object.hasOwn(words, label) ? words[label]![locale] : undefined) ?? label
}

/** A label as a word on its tint; who points at a name is told the label. `raw`: the label itself, where it is what is changed. */
export function LabelTag({ label, count, raw }: { label: string; count?: ReactNode; raw?: boolean }) {
  const hue = useHueOf()(label)
  const nameOf = useNameOf()
  const name = raw ? label : nameOf(label)
  return (
    <span
      className="inline-flex h-5 max-w-full items-center gap-1.5 rounded-sm px-1.5 text-xs"
      style={{ background: `var(--hue-${hue}-tint)`, color: `var(--hue-${hue}-ink)` }}
      title={name === label ? undefined : label}
    >
      <span className="truncate">{name}</span>
      {count !== undefined && <span>{count}</span>}
    </span>
  )
}

/** The label itself beside its name, where the name is another: texts were written about the label. */
export function RawLabel({ label }: { label: string }) {
  const name = useNameOf()(label)
  if (name === label) return null
  return <span className="min-w-0 truncate font-normal text-muted text-xs">{label}</span>
}
