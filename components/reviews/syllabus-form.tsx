'use client'

import { Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { DraftPart } from '@/components/reviews/place-frame'
import {
  addSession,
  markSession,
  type SyllabusTyping,
  type TypedSession,
} from '@/components/reviews/syllabus-typist'
import { TypingState } from '@/components/reviews/typing-state'
import { Button } from '@/components/ui/button'
import { Input } from '@/components/ui/input'
import { Textarea } from '@/components/ui/textarea'

/** A syllabus as a form: its texts, and each session with its key concepts one a line. */
export default function SyllabusForm({ typing }: { typing: SyllabusTyping }) {
  const t = useTranslations('reviews')
  const { typed, problems, type } = typing
  const problemOf = (section: string, session: number | null = null) =>
    problems.find((one) => one.section === section && one.session === session)?.message
  const change = (id: number, by: Partial<TypedSession>) =>
    type({ sessions: typed.sessions.map((one) => (one.id === id ? { ...one, ...by } : one)) })
  return (
    <div className="flex flex-col gap-4">
      {(['introduction', 'aims'] as const).map((section) => (
        <DraftPart key={section} title={t(`sections.${section}`)}>
          <Textarea
            autoFocus={section === 'introduction'}
            aria-label={t(`sections.${section}`)}
            value={typed[section]}
            aria-invalid={problemOf(section) ? true : undefined}
            onChange={(event) => type({ [section]: event.currentTarget.value })}
          />
          <Problem message={problemOf(section)} />
        </DraftPart>
      ))}
      <DraftPart title={t('sections.sessions')}>
        <Problem message={problemOf('sessions')} />
        <ol className="flex flex-col gap-4">
          {typed.sessions.map((session, index) => (
            <SessionFields
              key={session.id}
              session={session}
              number={index + 1}
              problem={problemOf('sessions', session.id)}
              onChange={(by) => change(session.id, by)}
              onOut={() => type({ sessions: markSession(typed.sessions, session.id, 'out') })}
            />
          ))}
        </ol>
        <Button size="sm" className="mt-3" onClick={() => type({ sessions: addSession(typed.sessions) })}>
          <Plus aria-hidden className="size-3.5" /> {t('syllabus.add')}
        </Button>
      </DraftPart>
      <TypingState typing={typing} />
    </div>
  )
}

type FieldsProps = {
  session: TypedSession
  number: number
  problem: string | undefined
  onChange: (by: Partial<TypedSession>) => void
  onOut: () => void
}

function SessionFields({ session, number, problem, onChange, onOut }: FieldsProps) {
  const t = useTranslations('reviews.syllabus')
  const isOut = session.mark === 'out'
  return (
    <li className="flex flex-col gap-1">
      <div className="flex items-center gap-2">
        <span className="w-5 shrink-0 text-right text-muted text-xs tabular-nums">{number}</span>
        <Input
          aria-label={t('sessionName', { number })}
          value={session.name}
          maxLength={200}
          disabled={isOut}
          aria-invalid={problem ? true : undefined}
          onChange={(event) => onChange({ name: event.currentTarget.value })}
        />
        <Button size="sm" variant="quiet" onClick={onOut}>
          {t(isOut ? 'back' : 'out')}
        </Button>
      </div>
      {!isOut && (
        <div className="flex flex-col gap-1 pl-7">
          <Textarea
            aria-label={t('description', { number })}
            value={session.description}
            className="min-h-9"
            onChange={(event) => onChange({ description: event.currentTarget.value })}
          />
          <Textarea
            aria-label={t('concepts', { number })}
            value={session.concepts}
            className="min-h-9"
            onChange={(event) => onChange({ concepts: event.currentTarget.value })}
          />
          <Problem message={problem} />
        </div>
      )}
    </li>
  )
}

function Problem({ message }: { message: string | undefined }) {
  return message ? (
    <p role="alert" className="pt-0.5 text-rejected text-xs">
      {message}
    </p>
  ) : null
}
