'use client'

import { useEffect, useRef, useSyncExternalStore } from 'react'

/**
 * One key of a screen. `keys` is a chord (`a`, `Shift+A`, `Mod+k`, `Enter`, `?`) or a sequence (`g h`). Without `run`
 * it is only listed in the `?` sheet. What was registered last wins.
 */
export type ScreenKey = {
  keys: string
  label: string
  run?: (event: KeyboardEvent) => void
  /** Also while a text box has the focus; only for chords with Mod, and Escape. */
  whileTyping?: boolean
  /** Also offered by name in the command palette. */
  deed?: boolean
  /** Not in the sheet, e.g. a second key for the same deed. */
  hidden?: boolean
  /** Held down it goes on; any other key does its deed once. */
  repeats?: boolean
  /** Under which heading of the sheet; the screen's own keys have none. */
  group?: string
}

type Entry = { keys: readonly ScreenKey[] }

let entries: readonly Entry[] = []
const listeners = new Set<() => void>()
let pending: { first: string; until: number } | null = null
const SEQUENCE_MS = 1200

function publish(next: readonly Entry[]): void {
  entries = next
  for (const listener of listeners) listener()
}

/** Fills the sheet of the current screen and listens, for as long as the component is there. */
export function useScreenKeys(keys: readonly ScreenKey[]): void {
  const entry = useRef<Entry>({ keys: [] })
  const signature = JSON.stringify(keys)
  useEffect(() => {
    entry.current.keys = keys
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: the sheet is told anew only when a key or its words change
  useEffect(() => {
    publish([...entries])
  }, [signature])
  useEffect(() => {
    const mine = entry.current
    publish([...entries, mine])
    if (entries.length === 1) document.addEventListener('keydown', onKeyDown)
    return () => {
      publish(entries.filter((one) => one !== mine))
      if (entries.length === 0) document.removeEventListener('keydown', onKeyDown)
    }
  }, [])
}

const NONE: readonly Entry[] = []

/** Every key that works now, for the `?` sheet. */
export function useRegisteredKeys(): readonly ScreenKey[] {
  const now = useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => entries,
    () => NONE,
  )
  return now.flatMap((entry) => entry.keys).filter((key) => !key.hidden)
}

function onKeyDown(event: KeyboardEvent): void {
  const keys = entries.flatMap((entry) => entry.keys)
  const { hit, begins } = keyFor(event, keys, pending && pending.until > Date.now() ? pending.first : null)
  if (hit || !event.repeat) pending = null
  if (hit) {
    event.preventDefault()
    hit.run!(event)
  } else if (begins) {
    pending = { first: begins, until: Date.now() + SEQUENCE_MS }
  }
}

type Found = { hit: ScreenKey | null; begins: string | null }
const NOTHING: Found = { hit: null, begins: null }

/** Which of the keys is pressed, given what was pressed just before; or the first key of a sequence that this may begin. */
export function keyFor(event: KeyboardEvent, keys: readonly ScreenKey[], before: string | null): Found {
  if (event.defaultPrevented || isComposing(event)) return NOTHING
  const chord = chordOf(event)
  if (!chord) return NOTHING
  const typing = isTyping(event.target)
  const usable = keys.filter((key) => key.run && (key.whileTyping || !(typing || isElsewhere(event))))
  const named = (name: string) => usable.findLast((key) => key.keys === name)
  const hit = (before && named(`${before} ${chord}`)) || named(chord) || null
  if (event.repeat) return hit?.repeats ? { hit, begins: null } : NOTHING
  const begins = !hit && usable.some((key) => key.keys.startsWith(`${chord} `)) ? chord : null
  return { hit, begins }
}

/** An input method is at work: the key belongs to it. 229 is what some report instead. */
export function isComposing(event: KeyboardEvent): boolean {
  return event.isComposing || event.keyCode === 229
}

/** Signs that names are put together with. */
const WORDS: Record<string, string> = { ' ': 'Space', '+': 'Plus' }

/** `Mod` is Ctrl, or Command on a Mac. A sign that needs Shift (`?`) is named by itself. */
export function chordOf(event: KeyboardEvent): string | null {
  const { key } = event
  if (key === 'Shift' || key === 'Control' || key === 'Alt' || key === 'Meta' || key === 'Dead') return null
  const letter = /^[a-z]$/i.test(key)
  const name = WORDS[key] ?? key
  const parts: string[] = []
  if (event.ctrlKey || event.metaKey) parts.push('Mod')
  if (event.altKey) parts.push('Alt')
  if (event.shiftKey && (letter || name.length > 1) && key !== '+') parts.push('Shift')
  return [...parts, letter ? key.toLowerCase() : name].join('+')
}

/** A key as `aria-keyshortcuts` says it. */
export function ariaKeys(keys: string): string {
  return keys.startsWith('Mod+') ? `${keys.replace('Mod', 'Control')} ${keys.replace('Mod', 'Meta')}` : keys
}

export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true
  if (target instanceof HTMLSelectElement || target.role === 'textbox') return true
  return (
    target instanceof HTMLInputElement &&
    !['checkbox', 'radio', 'button', 'submit', 'range'].includes(target.type)
  )
}

/** Keys of the page do not reach through an open dialog, menu or list; Enter and Space belong to the control in focus. */
function isElsewhere(event: KeyboardEvent): boolean {
  if (!(event.target instanceof Element)) return false
  if (event.target.closest('[role=dialog],[role=alertdialog],[role=menu],[role=listbox]')) return true
  const pressing = event.key === 'Enter' || event.key === ' '
  return pressing && event.target.closest('a,button,summary,[role=button],[role=tab]') !== null
}
