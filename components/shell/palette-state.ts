'use client'

import { useSyncExternalStore } from 'react'

/** Which of the shell's two overlays is open: one at a time, from any screen. */
type Overlay = 'palette' | 'keys' | null

let overlay: Overlay = null
const listeners = new Set<() => void>()

function show(next: Overlay): void {
  overlay = next
  for (const listener of listeners) listener()
}

export const openPalette = () => show('palette')
export const openKeySheet = () => show('keys')
export const closeOverlay = () => show(null)
export const togglePalette = () => show(overlay === 'palette' ? null : 'palette')

export function useOverlay(): Overlay {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => overlay,
    () => null,
  )
}
