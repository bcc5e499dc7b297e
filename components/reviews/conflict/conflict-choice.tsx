'use client'

import { useTranslations } from 'next-intl'
import { type KeyboardEvent, useId } from 'react'
import { lineOf } from '@/components/reviews/conflict/field-lines'
import {
  bothTexts,
  type Choice,
  type MergedField,
  type Part,
} from '@/components/reviews/conflict/merge-contents'
import type { SideNames } from '@/components/reviews/conflict/side-names'
import { cn } from '@/components/ui/cn'
import { Kbd } from '@/components/ui/kbd'

type Conflict = Extract<Part<unknown>, { kind: 'conflict' }>
type Props = {
  part: Conflict
  shape: MergedField['shape']
  names: SideNames
  choice: Choice | undefined
  onChoose: (choice: Choice) => void
}

/** Both changed the same words: one of them, or both one after the other. Digits choose where it has the focus. */
export function ConflictChoice({ part, shape, names, choice, onChoose }: Props) {
  const t = useTranslations('conflict')
  const name = useId()
  const offered: Choice[] = shape === 'value' ? ['theirs', 'mine'] : ['theirs', 'mine', 'both']
  const words = { ...names, both: t('both') }
  function chooseByDigit(event: KeyboardEvent) {
    const chosen = offered[Number(event.key) - 1]
    if (chosen) onChoose(chosen)
  }
  return (
    <fieldset
      data-conflict={choice ?? 'open'}
      onKeyDown={chooseByDigit}
      className={cn(
        'my-1 flex min-w-0 flex-col rounded-md border border-line-strong',
        !choice && 'border-waiting-fill bg-waiting-soft',
      )}
    >
      <legend className="sr-only">{t('choose')}</legend>
      {offered.map((one, at) => (
        <label
          key={one}
          className="flex cursor-pointer items-baseline gap-2 rounded-md px-2.5 py-1.5 hover:bg-hover has-checked:bg-accent-soft max-lg:py-2.5"
        >
          <input
            type="radio"
            name={name}
            checked={choice === one}
            onChange={() => onChoose(one)}
            className="translate-y-0.5"
          />
          <span className="w-28 shrink-0 truncate text-muted text-xs" title={words[one]}>
            {words[one]}
          </span>
          <span className="min-w-0 flex-1 whitespace-pre-wrap break-words">
            {textOf(part, one, shape) || t('nothing')}
          </span>
          <Kbd keys={String(at + 1)} className="max-lg:hidden" />
        </label>
      ))}
    </fieldset>
  )
}

function textOf(part: Conflict, choice: Choice, shape: MergedField['shape']): string {
  const lines = (items: unknown[]) => items.map(lineOf)
  const { theirs, mine } = { theirs: lines(part.theirs), mine: lines(part.mine) }
  if (shape === 'text')
    return (choice === 'both' ? bothTexts(theirs, mine) : { theirs, mine }[choice]).join('')
  const chosen =
    choice === 'both' ? [...theirs, ...mine.filter((one) => !theirs.includes(one))] : { theirs, mine }[choice]
  return chosen.join('\n')
}
