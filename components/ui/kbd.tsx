'use client'

import { Fragment, useSyncExternalStore } from 'react'
import { cn } from '@/components/ui/cn'

const SIGNS: Record<string, string> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Enter: '↵',
  Escape: 'Esc',
  Plus: '+',
  Backspace: '⌫',
}

/** Keys as people see them: `Mod+K` together, `g h` one after the other. */
export function Kbd({ keys, className }: { keys: string; className?: string }) {
  const mod = useModSign()
  return (
    <span className={cn('inline-flex shrink-0 items-center gap-0.5', className)}>
      {keys.split(' ').map((chord, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: `g g` has the same key twice
        <Fragment key={`${chord}-${index}`}>
          {chord.split('+').map((key) => (
            <kbd
              key={key}
              className="inline-flex h-4.5 min-w-4.5 items-center justify-center rounded-xs border border-line bg-canvas px-1 font-sans text-2xs text-muted"
            >
              {key === 'Mod' ? mod : (SIGNS[key] ?? (key.length === 1 ? key.toUpperCase() : key))}
            </kbd>
          ))}
        </Fragment>
      ))}
    </span>
  )
}

const never = () => () => {}

/** ⌘ on a Mac, Ctrl elsewhere; the server does not know and says Ctrl. */
function useModSign(): string {
  return useSyncExternalStore(
    never,
    () => (/Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘' : 'Ctrl'),
    () => 'Ctrl',
  )
}
