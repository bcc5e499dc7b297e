'use client'

import { createContext, type ReactNode, use } from 'react'

/** How many hues `app/globals.css` has, and the order to take them in: the first few stay furthest apart. */
const ORDER = [9, 3, 5, 7, 11, 12, 1, 4, 6, 8, 10, 2]

const Labels = createContext<readonly string[]>([])

/** Tells everything inside which labels there are, so that each gets a hue of its own by its place among them. */
export function LabelOrder({ labels, children }: { labels: readonly string[]; children: ReactNode }) {
  return <Labels value={labels}>{children}</Labels>
}

/** The hue of a label, 1 to 12: by its place in `labels`, or else by its name. The same label always has the same. */
export function hueOf(label: string, labels: readonly string[] = []): number {
  const place = labels.indexOf(label)
  return ORDER[(place >= 0 ? place : hash(label)) % ORDER.length]!
}

export function useHueOf(): (label: string) => number {
  const labels = use(Labels)
  return (label) => hueOf(label, labels)
}

/** A label as a word on its tint. */
export function LabelTag({ label, count }: { label: string; count?: ReactNode }) {
  const hue = useHueOf()(label)
  return (
    <span
      className="inline-flex h-5 max-w-full items-center gap-1.5 rounded-sm px-1.5 text-xs"
      style={{ background: `var(--hue-${hue}-tint)`, color: `var(--hue-${hue}-ink)` }}
    >
      <span className="truncate">{label}</span>
      {count !== undefined && <span>{count}</span>}
    </span>
  )
}

function hash(text: string): number {
  let value = 2_166_136_261
  for (const character of text) value = Math.imul(value ^ character.codePointAt(0)!, 16_777_619) >>> 0
  return value
}
