'use client'

import { useTranslations } from 'next-intl'
import { type KeyboardEvent, type ReactNode, useRef } from 'react'
import { BarButton } from '@/components/reviews/bar-button'
import { choiceKey } from '@/components/reviews/keys/choice-key'
import { useDeskKeys } from '@/components/reviews/keys/keys.query'
import { Kbd } from '@/components/ui/kbd'
import { ariaKeys, isComposing, useScreenKeys } from '@/components/ui/screen-keys'
import { type Cause, causes } from '@/lib/reviews/adjudication/model'

type Props = {
  /** What will stand, in words. */
  stands: ReactNode
  cause: Cause | null
  note: string
  busy: boolean
  /** There is no guideline that could have a gap. */
  withoutGap: boolean
  onCause: (cause: Cause) => void
  onNote: (note: string) => void
  onSettle: () => void
  onBack: () => void
}

/** Why they disagreed, by digit; a note; and the deed. */
export function CauseRow(props: Props) {
  const { cause, note, busy, onCause, onNote, onSettle, onBack } = props
  const t = useTranslations('adjudication')
  const keyOf = useDeskKeys()
  const box = useRef<HTMLInputElement>(null)
  const offered = causes.filter((one) => one !== 'guideline-gap' || !props.withoutGap)
  useScreenKeys([
    { keys: 'Enter', label: t('bar.settle'), run: () => cause && onSettle(), hidden: true },
    { keys: 'Escape', label: t('bar.back'), run: onBack, whileTyping: true, hidden: true },
    ...causes.flatMap((one, at) =>
      offered.includes(one)
        ? [{ keys: choiceKey(keyOf, at), label: t(`causes.${one}`), run: () => onCause(one) }]
        : [],
    ),
    { keys: keyOf('comment'), label: t('bar.note'), run: () => box.current?.focus() },
    { keys: keyOf('save'), label: t('bar.settle'), run: () => cause && onSettle(), whileTyping: true },
    { keys: keyOf('back'), label: t('bar.back'), run: onBack, whileTyping: true },
  ])
  function finish(event: KeyboardEvent<HTMLInputElement>) {
    if (event.key !== 'Enter' || isComposing(event.nativeEvent) || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    event.currentTarget.blur()
  }
  return (
    <fieldset className="min-w-0 flex-1 py-1.5 max-lg:px-1">
      <legend className="sr-only">{t('bar.why')}</legend>
      <p className="px-2 pb-1 text-muted text-xs">
        {props.stands} {t('bar.why')}
      </p>
      <div className="flex flex-wrap gap-0.5 max-lg:grid max-lg:grid-cols-[repeat(auto-fill,minmax(9.5rem,1fr))]">
        {offered.map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={cause === one}
            aria-keyshortcuts={ariaKeys(choiceKey(keyOf, causes.indexOf(one)))}
            onClick={() => onCause(one)}
            className="inline-flex h-8 items-center gap-1.5 whitespace-nowrap rounded-md px-2 outline-offset-[-2px] hover:bg-hover active:bg-pressed aria-pressed:bg-accent-soft aria-pressed:text-accent-text max-lg:h-11"
          >
            <Kbd keys={choiceKey(keyOf, causes.indexOf(one))} className="max-lg:hidden" />
            {t(`causes.${one}`)}
          </button>
        ))}
      </div>
      <div className="flex flex-wrap items-center gap-1.5 pt-1 lg:pl-2">
        <input
          ref={box}
          value={note}
          maxLength={4000}
          aria-label={t('bar.note')}
          placeholder={t('bar.notePlaceholder')}
          className="h-7 min-w-0 max-w-160 flex-1 basis-40 rounded-md border border-line-strong bg-surface px-2.5 max-lg:h-11 max-lg:max-w-none max-lg:basis-full"
          onChange={(event) => onNote(event.currentTarget.value)}
          onKeyDown={finish}
        />
        <Kbd keys={keyOf('comment')} className="max-lg:hidden" />
        <BarButton keys={keyOf('save')} tone="approved" disabled={!cause || busy} onPress={onSettle}>
          {t('bar.settle')}
        </BarButton>
        <BarButton keys={keyOf('back')} onPress={onBack}>
          {t('bar.back')}
        </BarButton>
      </div>
    </fieldset>
  )
}
