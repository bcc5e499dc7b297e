'use client'

import { useTranslations } from 'next-intl'
import { type KeyboardEvent, useId, useRef, useState } from 'react'
import { useWriteComment } from '@/components/comments/comments.query'
import { mentionAt, mentionsIn, type Person, suggestPeople } from '@/components/comments/find-mentions'
import { usePeople } from '@/components/people/members.query'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { ErrorLine } from '@/components/ui/error-state'
import { Kbd } from '@/components/ui/kbd'
import { Textarea } from '@/components/ui/textarea'

const LONGEST = 4000

type Props = { project: string; artifact: string; version?: string }

/** Where to say something; `@` offers the people of the project. What is typed stays until it is sent. */
export function CommentComposer({ project, artifact, version }: Props) {
  const t = useTranslations('comments')
  const [text, setText] = useState('')
  const [caret, setCaret] = useState<number | null>(null)
  const [chosen, setChosen] = useState(0)
  const field = useRef<HTMLTextAreaElement>(null)
  const list = useId()
  const people = usePeople(project, { enabled: text !== '', staleTime: 60_000 })
  const naming = caret === null ? null : mentionAt(text, caret)
  const offered = naming ? suggestPeople(naming.typed, people) : []
  const writing = useWriteComment(project, artifact)
  const at = Math.min(chosen, offered.length - 1)

  function send() {
    if (text.trim() === '' || writing.isPending) return
    const body = { text, versionId: version, mentions: mentionsIn(text, people) }
    writing.mutate(body, { onSuccess: () => setText((now) => (now === text ? '' : now)) })
  }
  function choose({ name }: Person) {
    if (!naming || caret === null) return
    const before = `${text.slice(0, naming.from)}@${name} `
    setText(before + text.slice(caret).replace(/^ /, ''))
    setCaret(null)
    requestAnimationFrame(() => {
      field.current?.focus()
      field.current?.setSelectionRange(before.length, before.length)
    })
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) {
      event.preventDefault()
      return send()
    }
    if (offered.length === 0) return
    const deeds: Record<string, () => void> = {
      ArrowDown: () => setChosen((at + 1) % offered.length),
      ArrowUp: () => setChosen((at - 1 + offered.length) % offered.length),
      Enter: () => choose(offered[at]!),
      Tab: () => choose(offered[at]!),
      Escape: () => setCaret(null),
    }
    const deed = deeds[event.key]
    if (!deed) return
    event.preventDefault()
    event.stopPropagation()
    deed()
  }
  return (
    <form
      className="relative flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <Textarea
        ref={field}
        value={text}
        maxLength={LONGEST}
        placeholder={t('placeholder')}
        aria-label={t('write')}
        aria-autocomplete="list"
        aria-controls={offered.length > 0 ? list : undefined}
        aria-activedescendant={offered.length > 0 ? `${list}-${at}` : undefined}
        onChange={(event) => {
          setText(event.target.value)
          setCaret(event.target.selectionStart)
          setChosen(0)
        }}
        onBlur={() => setCaret(null)}
        onKeyDown={onKeyDown}
      />
      {offered.length > 0 && (
        <div
          id={list}
          role="listbox"
          aria-label={t('people')}
          className="absolute inset-x-0 top-full z-10 -mt-9 max-h-56 overflow-y-auto rounded-md bg-surface p-1 shadow-float"
        >
          {offered.map((person, index) => (
            <div
              key={person.userId}
              id={`${list}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === at}
              className={cn('cursor-default rounded-sm px-2 py-1', index === at && 'bg-hover')}
              onPointerDown={(event) => {
                event.preventDefault()
                choose(person)
              }}
            >
              {person.name}
            </div>
          ))}
        </div>
      )}
      <ErrorLine error={writing.error} />
      <div className="flex items-center gap-2">
        <Button type="submit" size="sm" busy={writing.isPending} disabled={text.trim() === ''}>
          {t('send')}
        </Button>
        {text !== '' && <Kbd keys="Mod+Enter" />}
      </div>
    </form>
  )
}
