'use client'

import { useTranslations } from 'next-intl'
import { ConflictChoice } from '@/components/reviews/conflict/conflict-choice'
import {
  lineOf,
  linesOfValue,
  nameWithin,
  sectionOf,
  valueAt,
} from '@/components/reviews/conflict/field-lines'
import type { Choice, MergedField, Part } from '@/components/reviews/conflict/merge-contents'
import type { SideNames } from '@/components/reviews/conflict/side-names'
import { ChangedWords } from '@/components/reviews/version-diff'
import { changedLines } from '@/components/reviews/word-diff'
import { cn } from '@/components/ui/cn'

/** The three texts: what both began with, and what came of it on either side. */
export type ThreeTexts = { base: unknown; theirs: unknown; mine: unknown }

type Props = {
  of: ThreeTexts
  names: SideNames
  language: string
  fields: readonly MergedField[]
  choices: Readonly<Record<string, Choice>>
  onChoose: (conflict: string, choice: Choice) => void
}

/** Field by field: what either side changed, word by word, and below it what comes of both. */
export function MergeFields({ fields, ...rest }: Props) {
  return (
    <ol className="flex flex-col gap-6">
      {fields.map((field) => (
        <li key={field.id}>
          <OneField field={field} {...rest} />
        </li>
      ))}
    </ol>
  )
}

function OneField({
  field,
  of,
  names,
  language,
  choices,
  onChoose,
}: Omit<Props, 'fields'> & { field: MergedField }) {
  const t = useTranslations('conflict')
  const sections = useTranslations('reviews.sections')
  const within = nameWithin(field)
  const lines = (side: keyof ThreeTexts) => linesOfValue(valueAt(of[side], field.path))
  return (
    <section aria-label={sections(sectionOf(field))} className="flex flex-col gap-2">
      <h3 className="font-medium text-sm">
        {sections(sectionOf(field))}
        {within && <span className="pl-1.5 font-mono font-normal text-muted text-xs">{within}</span>}
      </h3>
      <div className="grid gap-x-6 gap-y-2 sm:grid-cols-2">
        {(['theirs', 'mine'] as const).map((side) => (
          <Side key={side} name={names[side]}>
            <Changes before={lines('base')} after={lines(side)} language={language} none={t('unchanged')} />
          </Side>
        ))}
      </div>
      <Side name={t('merged')} isResult>
        <Merged field={field} names={names} choices={choices} onChoose={onChoose} />
      </Side>
    </section>
  )
}

function Side({ name, isResult, children }: { name: string; isResult?: boolean; children: React.ReactNode }) {
  return (
    <div className={cn('min-w-0', isResult && 'hairline-t pt-2')}>
      <p className="pb-0.5 text-muted text-xs">{name}</p>
      <div className="whitespace-pre-wrap break-words">{children}</div>
    </div>
  )
}

type ChangesProps = { before: string[]; after: string[]; language: string; none: string }

function Changes({ before, after, language, none }: ChangesProps) {
  const lines = changedLines(before, after, language)
  if (lines.length === 0) return <span className="text-muted">{none}</span>
  return lines.map((line, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a comparison have no other name
    <p key={index}>
      {line.map((change, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: nor have its words
        <ChangedWords key={at} change={change} />
      ))}
    </p>
  ))
}

type MergedProps = Pick<Props, 'names' | 'choices' | 'onChoose'> & { field: MergedField }

function Merged({ field, names, choices, onChoose }: MergedProps) {
  const isText = field.shape === 'text'
  const parts = field.parts as Part<unknown>[]
  if (parts.length === 0) return <Emptied />
  return parts.map((part, at) => {
    // biome-ignore lint/suspicious/noArrayIndexKey: parts stay in their places
    if (part.kind !== 'conflict') return <Settled key={at} part={part} isText={isText} />
    return (
      <ConflictChoice
        key={part.id}
        names={names}
        part={part}
        shape={field.shape}
        choice={choices[part.id]}
        onChoose={(choice) => onChoose(part.id, choice)}
      />
    )
  })
}

function Emptied() {
  const t = useTranslations('conflict')
  return <span className="text-muted">{t('emptied')}</span>
}

const SIDE_TONE = { same: '', mine: 'bg-accent-soft', theirs: 'bg-edited-soft', alike: 'bg-accent-soft' }

function Settled({ part, isText }: { part: Exclude<Part<unknown>, { kind: 'conflict' }>; isText: boolean }) {
  const tone = cn('rounded-xs', SIDE_TONE[part.kind])
  if (isText) return <span className={tone}>{part.items.map(lineOf).join('')}</span>
  return part.items.map((item) => (
    <p key={lineOf(item)}>
      <span className={tone}>{lineOf(item)}</span>
    </p>
  ))
}
