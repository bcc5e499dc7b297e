'use client'

import { Check, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { linesOf } from '@/components/reviews/guideline-text'
import { DraftPart } from '@/components/reviews/place-frame'
import {
  keptOf,
  type SyllabusTyping,
  syllabusTypist,
  type TypedSession,
} from '@/components/reviews/syllabus-typist'
import { Badge } from '@/components/ui/badge'
import { cn } from '@/components/ui/cn'
import { IconButton } from '@/components/ui/icon-button'
import type { SyllabusContent } from '@/lib/artifacts/kinds/syllabus/content'

type OnMark = (id: number, as: 'right' | 'out') => void
type Props = {
  content: SyllabusContent
  typing: SyllabusTyping
  current: number | null
  onMark?: OnMark | undefined
}

/** A syllabus to be read from top to bottom, each session with its key concepts and with what the reader makes of it. */
export function SyllabusText({ content, typing, current, onMark }: Props) {
  const t = useTranslations('reviews')
  const { introduction, aims, sessions } = typing.typed
  const right = sessions.filter(({ mark }) => mark === 'right').length
  return (
    <div lang={content.language} className="reading flex flex-col gap-4">
      <WhatIsApproved {...{ content, typing }} />
      <DraftPart title={t('sections.introduction')}>
        <p className="whitespace-pre-wrap">{introduction}</p>
      </DraftPart>
      {aims !== '' && (
        <DraftPart title={t('sections.aims')}>
          <ul className="flex list-disc flex-col gap-0.5 pl-5">
            {linesOf(aims).map((aim) => (
              <li key={aim}>{aim}</li>
            ))}
          </ul>
        </DraftPart>
      )}
      <DraftPart
        title={t('sections.sessions')}
        aside={right > 0 && t('syllabus.read', { right, all: sessions.length })}
      >
        <ol className="flex flex-col">
          {sessions.map((session, index) => (
            <SessionLine
              key={session.id}
              {...{ session, onMark }}
              number={index + 1}
              isCurrent={session.id === current}
            />
          ))}
        </ol>
      </DraftPart>
    </div>
  )
}

/** Says when approving would approve another text than the draft's. */
function WhatIsApproved({ content, typing: { typed, problems } }: Pick<Props, 'content' | 'typing'>) {
  const t = useTranslations('reviews.syllabus')
  const left = keptOf(typed.sessions).length
  const out = typed.sessions.length - left
  const before = JSON.stringify(syllabusTypist.typedOf(content))
  const after = JSON.stringify(syllabusTypist.typedOf(syllabusTypist.contentOf(typed, content)))
  if (left === 0 || problems.length > 0)
    return (
      <p role="alert" className="rounded-md bg-rejected-soft px-3 py-2 text-rejected text-sm">
        {left === 0 ? t('empty') : problems[0]?.message}
      </p>
    )
  if (before === after) return null
  return (
    <p role="status" className="rounded-md bg-edited-soft px-3 py-2 text-edited text-sm">
      {out > 0 ? t('leftOut', { count: out }) : t('changed')}
    </p>
  )
}

type LineProps = { session: TypedSession; number: number; isCurrent: boolean; onMark: OnMark | undefined }

function SessionLine({
  session: { id, name, description, concepts, mark },
  number,
  isCurrent,
  onMark,
}: LineProps) {
  const t = useTranslations('reviews.syllabus')
  const isOut = mark === 'out'
  return (
    <li
      data-session={id}
      aria-current={isCurrent || undefined}
      className={cn('hairline-b flex gap-3 py-2.5', isCurrent && '-mx-2 rounded-md bg-hover px-2')}
    >
      <span className="w-6 shrink-0 pt-0.5 text-right text-muted text-xs tabular-nums">{number}</span>
      <div className={cn('min-w-0 flex-1', isOut && 'text-muted')}>
        <p className="flex flex-wrap items-baseline gap-x-2 font-medium">
          <span className={cn(isOut && 'line-through')}>{name}</span>
          {isOut && <span className="font-normal text-rejected text-xs">{t('isOut')}</span>}
        </p>
        {!isOut && description && <p className="text-sm">{description}</p>}
        {!isOut && (
          <ul className="flex flex-wrap gap-1 pt-1.5">
            {linesOf(concepts).map((concept) => (
              <li key={concept} className="min-w-0">
                <Badge>{concept}</Badge>
              </li>
            ))}
          </ul>
        )}
      </div>
      {onMark && (
        <span className="flex shrink-0 gap-0.5">
          <IconButton
            icon={Check}
            size="sm"
            label={`${t('right')}: ${name}`}
            aria-pressed={mark === 'right'}
            className={cn(mark === 'right' && 'bg-approved-soft text-approved')}
            onClick={() => onMark(id, 'right')}
          />
          <IconButton
            icon={X}
            size="sm"
            label={`${t(isOut ? 'back' : 'out')}: ${name}`}
            aria-pressed={isOut}
            className={cn(isOut && 'bg-rejected-soft text-rejected')}
            onClick={() => onMark(id, 'out')}
          />
        </span>
      )}
    </li>
  )
}
