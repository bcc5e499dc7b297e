'use client'

import { useTranslations } from 'next-intl'
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react'
import { placeOfSelection, unitsOf } from '@/components/gold/gold-edits'
import { AnnotatedText } from '@/components/ui/annotated-text'
import { Button } from '@/components/ui/button'
import { Kbd } from '@/components/ui/kbd'
import { LabelTag } from '@/components/ui/label-hue'
import type { TextSpan } from '@/components/ui/span-layers'
import type { Offsets } from '@/lib/tasks/model'

type Props = {
  text: string
  spans: readonly TextSpan[]
  /** What a selection can become: labels with their tint, or plain words such as a role. */
  choices: readonly { name: string; isLabel?: boolean }[]
  onMark: (name: string, place: Offsets) => void
  /** Takes out what is marked where the caret stands. */
  onRemove: (at: Offsets) => void
  /** For a name that is none of the choices. */
  other?: (place: Offsets) => ReactNode
}

const DIGITS = 9
/** Both lie on each other, so that a selection is seen where it is: the same letters, the same lines. */
const SAME = 'reading whitespace-pre-wrap p-2 [overflow-wrap:anywhere]'

/**
 * A text in which a person marks places: select words with the mouse or the arrow keys, then choose what they are, by a digit or a
 * click. Delete takes out what is marked at the caret. The letters cannot be changed.
 */
export function MarkingText({ text, spans, choices, onMark, onRemove, other }: Props) {
  const t = useTranslations('gold')
  const box = useRef<HTMLTextAreaElement>(null)
  const [place, setPlace] = useState<Offsets | null>(null)
  const look = () => {
    const { selectionStart, selectionEnd } = box.current!
    setPlace(placeOfSelection(text, { start: selectionStart, end: selectionEnd }))
  }
  const mark = (name: string) => {
    if (!place) return
    onMark(name, place)
    const { end } = unitsOf(text, place)
    box.current?.focus()
    box.current?.setSelectionRange(end, end)
    setPlace(null)
  }
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const choice = choices[Number(event.key) - 1]
    if (/^[1-9]$/.test(event.key) && place && choice) {
      event.preventDefault()
      mark(choice.name)
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      event.preventDefault()
      const { selectionStart: start, selectionEnd: end } = box.current!
      const before = Array.from(text.slice(0, start)).length
      onRemove(place ?? { start: before, end: before + Array.from(text.slice(start, end)).length })
    }
  }
  return (
    <div className="flex flex-col gap-2">
      <div className="relative rounded-md border border-line-strong bg-surface focus-within:outline-2 focus-within:outline-focus">
        <div aria-hidden className={SAME}>
          <AnnotatedText text={text} spans={spans} unlabelled whole />
          {'\u200b'}
        </div>
        <textarea
          ref={box}
          value={text}
          inputMode="none"
          spellCheck={false}
          aria-label={t('text')}
          aria-description={t('textHint')}
          className={`${SAME} absolute inset-0 size-full resize-none overflow-hidden bg-transparent text-transparent caret-fg outline-none selection:bg-accent/30 selection:text-transparent`}
          onChange={() => {}}
          onSelect={look}
          onKeyDown={press}
        />
      </div>
      <div className="flex flex-wrap items-center gap-1.5" role="toolbar" aria-label={t('become')}>
        {choices.map(({ name, isLabel }, index) => (
          <Button
            key={name}
            size="sm"
            variant="quiet"
            disabled={!place}
            // The selection in the text has to outlive the click.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => mark(name)}
          >
            {isLabel ? <LabelTag label={name} /> : name}
            {index < DIGITS && <Kbd keys={String(index + 1)} className="max-lg:hidden" />}
          </Button>
        ))}
        {place && other?.(place)}
      </div>
      <p className="text-muted text-xs">{t('textHint')}</p>
    </div>
  )
}
