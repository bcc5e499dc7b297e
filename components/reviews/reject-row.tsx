'use client'

import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react'
import type { DeskSession } from '@/components/reviews/desk-session'
import { choiceKey, type KeyOf } from '@/components/reviews/keys/choice-key'
import { useDeskKeys } from '@/components/reviews/keys/keys.query'
import { useKeptLine } from '@/components/reviews/use-kept-line'
import { IconButton } from '@/components/ui/icon-button'
import { Kbd } from '@/components/ui/kbd'
import { ariaKeys, isComposing, type ScreenKey, useScreenKeys } from '@/components/ui/screen-keys'
import type { ArtifactKind } from '@/lib/artifacts/model'
import { type ReasonCode, reasonsOf } from '@/lib/reviews/model'

type Props = {
  session: DeskSession
  person: string
  versionId: string
  kind: ArtifactKind
  children: ReactNode
}

/** The reasons of the kind with their digits, below them the comment and what else the bar shows. `C` writes a comment first; "other" asks for one. */
export function RejectRow({ session, person, versionId, kind, children }: Props) {
  const t = useTranslations('reviews')
  const keyOf = useDeskKeys()
  const [comment, setComment] = useKeptLine(person, versionId)
  const [waiting, setWaiting] = useState<ReasonCode | null>(null)
  const box = useRef<HTMLInputElement>(null)
  const reasons: readonly ReasonCode[] = reasonsOf[kind]

  function choose(reasonCode: ReasonCode) {
    if (reasonCode === 'other' && comment.trim() === '') {
      setWaiting(reasonCode)
      box.current?.focus()
    } else session.decide({ verdict: 'reject', reasonCode }, comment.trim())
  }
  const back = () => session.setMode('reading')
  const write = () => box.current?.focus()

  useScreenKeys(
    rejectingKeys(
      { reasons, choose, back, write },
      (key, values) => t(key as 'keys.leave', values as never),
      keyOf,
    ),
  )

  function finishComment(event: KeyboardEvent<HTMLInputElement>) {
    if (event.key !== 'Enter' || isComposing(event.nativeEvent)) return
    event.preventDefault()
    if (waiting && comment.trim() !== '')
      session.decide({ verdict: 'reject', reasonCode: waiting }, comment.trim())
    else event.currentTarget.blur()
  }

  return (
    <fieldset className="min-w-0 flex-1 py-1.5 max-lg:px-1">
      <legend className="sr-only">{t('bar.why')}</legend>
      <div className="flex flex-wrap gap-0.5 max-lg:grid max-lg:grid-cols-[repeat(auto-fill,minmax(10.5rem,1fr))]">
        {reasons.map((reason, index) => (
          <button
            key={reason}
            type="button"
            aria-keyshortcuts={ariaKeys(choiceKey(keyOf, index))}
            aria-pressed={waiting === reason}
            onClick={() => choose(reason)}
            className="inline-flex h-8 items-center gap-1.5 whitespace-nowrap rounded-md px-2 outline-offset-[-2px] hover:bg-hover active:bg-pressed aria-pressed:bg-rejected-soft aria-pressed:text-rejected max-lg:h-11"
          >
            <Kbd keys={choiceKey(keyOf, index)} />
            {t(`reasons.${reason}`)}
          </button>
        ))}
      </div>
      <div className="flex flex-wrap items-center gap-1.5 pt-1 lg:pl-2">
        <input
          ref={box}
          value={comment}
          aria-label={t('bar.comment')}
          placeholder={t(waiting ? 'bar.otherPlaceholder' : 'bar.commentPlaceholder')}
          className="h-7 min-w-0 max-w-160 flex-1 basis-40 rounded-md border border-line-strong bg-surface px-2.5 max-lg:h-11 max-lg:max-w-none"
          onChange={(event) => setComment(event.currentTarget.value)}
          onKeyDown={finishComment}
        />
        <Kbd keys={keyOf('comment')} className="max-lg:hidden" />
        <IconButton
          icon={X}
          label={t('bar.back')}
          keys={keyOf('back')}
          size="sm"
          className="max-lg:size-11"
          onClick={back}
        />
        {children}
      </div>
    </fieldset>
  )
}

type Deeds = {
  reasons: readonly ReasonCode[]
  choose: (reason: ReasonCode) => void
  back: () => void
  write: () => void
}

export function rejectingKeys(
  { reasons, choose, back, write }: Deeds,
  words: (key: string, values?: Record<string, string>) => string,
  keyOf: KeyOf,
): ScreenKey[] {
  return [
    { keys: keyOf('reject'), label: words('bar.back'), run: back, hidden: true },
    { keys: 'Escape', label: words('bar.back'), run: back, whileTyping: true, hidden: true },
    ...reasons.map((reason, index) => ({
      keys: choiceKey(keyOf, index),
      label: words('keys.reason', { reason: words(`reasons.${reason}`) }),
      run: () => choose(reason),
    })),
    { keys: keyOf('comment'), label: words('keys.comment'), run: write },
    { keys: keyOf('back'), label: words('bar.back'), run: back, whileTyping: true },
  ]
}
