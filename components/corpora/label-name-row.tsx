'use client'

import { useTranslations } from 'next-intl'
import { type KeyboardEvent, useId } from 'react'
import { cn } from '@/components/ui/cn'
import { Input } from '@/components/ui/input'
import { LabelTag } from '@/components/ui/label-hue'
import type { NameClash } from '@/lib/corpora/label-names/model'
import type { NamedLabel } from '@/lib/corpora/label-names/schema'
import { MAX_LABEL_LENGTH } from '@/lib/corpora/model'
import { type PhraseLanguage, phraseLanguages } from '@/lib/tasks/model'

type Props = {
  item: NamedLabel
  words: Readonly<Record<PhraseLanguage, string>>
  clashes: readonly NameClash[]
  onType: (language: PhraseLanguage, words: string) => void
}

/** A label with its two names. Enter goes down the column, Shift+Enter up, Escape back to what is saved. */
export function LabelNameRow({ item, words, clashes, onType }: Props) {
  return (
    <li className="hairline-b grid grid-cols-[minmax(7rem,14rem)_minmax(0,1fr)_minmax(0,1fr)] items-start gap-x-3 gap-y-1 py-1.5 max-sm:grid-cols-2">
      <span className="flex h-8 min-w-0 items-center max-sm:col-span-2 max-sm:h-6">
        <LabelTag label={item.label} raw />
      </span>
      {phraseLanguages.map((language) => (
        <NameField
          key={language}
          item={item}
          language={language}
          words={words[language]}
          clash={clashes.find((one) => one.language === language)}
          onType={(typed) => onType(language, typed)}
        />
      ))}
    </li>
  )
}

type FieldProps = {
  item: NamedLabel
  language: PhraseLanguage
  words: string
  clash: NameClash | undefined
  onType: (words: string) => void
}

function NameField({ item, language, words, clash, onType }: FieldProps) {
  const t = useTranslations('corpora.naming')
  const { label, name } = item
  const saved = name[language] ?? ''
  const other = clash?.labels.find((one) => one !== label)
  const note =
    other === undefined
      ? saved !== '' && words.trim() !== saved && t('before', { name: saved })
      : t('clash', { other })
  const noteId = useId()
  return (
    <span className="min-w-0">
      <Input
        lang={language}
        data-name={language}
        aria-label={t(`field.${language}`, { label })}
        aria-invalid={clash ? true : undefined}
        aria-describedby={note ? noteId : undefined}
        placeholder={label}
        maxLength={MAX_LABEL_LENGTH}
        value={words}
        className={cn(words.trim() !== saved && 'border-edited')}
        onChange={(event) => onType(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && words !== saved) {
            event.stopPropagation()
            onType(saved)
          } else moveAlong(event)
        }}
      />
      {note && (
        <span id={noteId} className={cn('block pt-0.5 text-xs', clash ? 'text-rejected' : 'text-muted')}>
          {note}
        </span>
      )}
    </span>
  )
}

function moveAlong(event: KeyboardEvent<HTMLInputElement>): void {
  const composing = event.nativeEvent.isComposing || event.keyCode === 229
  if (event.key !== 'Enter' || composing || event.ctrlKey || event.metaKey || event.altKey) return
  event.preventDefault()
  const own = event.currentTarget
  const column = [
    ...(own.closest('ul')?.querySelectorAll<HTMLInputElement>(`[data-name=${own.dataset.name}]`) ?? []),
  ]
  column[column.indexOf(own) + (event.shiftKey ? -1 : 1)]?.focus()
}
