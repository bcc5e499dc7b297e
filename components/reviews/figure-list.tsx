'use client'

import { useFormatter } from 'next-intl'
import { createContext, type ReactNode, use } from 'react'
import type { Selection } from '@/components/reviews/selection'
import { cn } from '@/components/ui/cn'
import type { MentionRef } from '@/lib/artifacts/kinds/guideline/evidence'

export type FigureChoice = { shown: Selection | null; onShow: (selection: Selection) => void }
const Choice = createContext<FigureChoice>({ shown: null, onShow: () => {} })

/** Which figure's sentences are shown, for all figures inside. */
export function FigureChoices({ children, ...choice }: FigureChoice & { children: ReactNode }) {
  return <Choice value={choice}>{children}</Choice>
}

/** Figures of one kind, the most frequent first as the evidence gives them. */
export function FigureList({ title, children }: { title?: ReactNode; children: ReactNode }) {
  return (
    <div className="flex flex-col gap-0.5">
      {title && <h4 className="text-muted text-xs">{title}</h4>}
      <ul className="-mx-1 flex flex-wrap gap-y-0.5">{children}</ul>
    </div>
  )
}

type FigureProps = {
  id: string
  /** What the sentences are of, in words. */
  title: string
  count: number
  refs: readonly MentionRef[]
  /** What stands on it; by default the title. */
  children?: ReactNode
  /** After the count, in muted letters. */
  aside?: ReactNode
}

export function Figure({ id, ...props }: FigureProps) {
  return (
    <li className="max-w-full">
      <FigureButton id={id} {...props} />
    </li>
  )
}

/** One count that can be pressed: its sentences are shown below. */
export function FigureButton({ id, title, count, refs, children, aside }: FigureProps) {
  const { shown, onShow } = use(Choice)
  const format = useFormatter()
  const pressed = shown?.key === id
  return (
    <button
      type="button"
      aria-pressed={pressed}
      onClick={() => onShow({ key: id, title, count, refs })}
      className={cn(
        'inline-flex min-h-6 [overflow-wrap:break-word] max-w-full items-baseline gap-1 rounded-sm px-1.5 py-0.5 text-left hover:bg-hover max-lg:min-h-9 max-lg:items-center',
        pressed && 'bg-accent-soft text-accent-text hover:bg-accent-soft',
      )}
    >
      <span className="min-w-0">{children ?? title}</span>
      <span className={cn('shrink-0 whitespace-nowrap text-xs', pressed ? 'text-accent-text' : 'text-muted')}>
        {format.number(count)}
      </span>
      {aside && <span className="shrink-0 whitespace-nowrap text-muted text-xs">{aside}</span>}
    </button>
  )
}
