import type { ReactNode } from 'react'

/** The part of the evidence that scrolls, by keys too. */
export function ScrollingPart({ children }: { children: ReactNode }) {
  return (
    <div
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling part must be reachable from the keyboard
      tabIndex={0}
      data-sentences
      className="min-h-0 flex-1 overflow-y-auto px-4 pb-6 outline-offset-[-2px]"
    >
      {children}
    </div>
  )
}
