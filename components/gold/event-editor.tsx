'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { EditRow } from '@/components/gold/edit-row'
import type { EditorProps } from '@/components/gold/editor-props'
import { changeAt, removeEvent, rolesIn, wordsAt } from '@/components/gold/gold-edits'
import { MarkingText } from '@/components/gold/marking-text'
import { NameField } from '@/components/gold/name-field'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { type EeGold, type Event, isEventArgument } from '@/lib/tasks/ee/gold'
import type { Offsets } from '@/lib/tasks/model'

/** Events: a selection becomes the trigger of a new one, or fills a role of the one that is open. */
export function EventEditor({ text, gold, labels, onChange }: EditorProps<EeGold>) {
  const t = useTranslations('gold')
  const { events } = gold
  const [open, setOpen] = useState(0)
  const types = [...new Set([...labels, ...events.map(({ type }) => type)])]
  const roles = rolesIn(events)
  const current = events[open]
  const change = (at: number, next: (event: Event) => Event) =>
    onChange({ ...gold, events: changeAt(events, at, next) })
  const begin = (type: string, trigger: Offsets) => {
    onChange({ ...gold, events: [...events, { type, trigger, arguments: [] }] })
    setOpen(events.length)
  }
  const fill = (role: string, place: Offsets) =>
    change(open, (event) => ({ ...event, arguments: [...event.arguments, { ...place, role }] }))
  const remove = ({ start, end }: Offsets) => {
    if (!current) return
    const isThere = (one: Offsets) => one.start <= end && one.end >= start
    change(open, (event) => ({
      ...event,
      trigger: event.trigger && isThere(event.trigger) ? null : event.trigger,
      arguments: event.arguments.filter((one) => isEventArgument(one) || !isThere(one)),
    }))
  }
  return (
    <div className="flex flex-col gap-3">
      <MarkingText
        text={text}
        spans={current ? spansOf(current) : []}
        choices={[...(current ? roles.map((name) => ({ name })) : [])]}
        onMark={fill}
        onRemove={remove}
        other={(place) => (
          <>
            {current && <NameField label={t('role')} names={roles} onName={(role) => fill(role, place)} />}
            <NameField label={t('newEvent')} names={types} onName={(type) => begin(type, place)} />
            {current && (
              <Button
                size="sm"
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => change(open, (event) => ({ ...event, trigger: place }))}
              >
                {t('asTrigger')}
              </Button>
            )}
          </>
        )}
      />
      <ol aria-label={t('events')} className="flex flex-col gap-2">
        {events.map((event, at) => (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: an event is its place in the list, which arguments name
            key={at}
            className={cn('rounded-md border border-line px-3 py-1', at === open && 'border-accent')}
          >
            <EditRow as="div" name={event.type} onRemove={() => onChange(removeEvent(gold, at))}>
              <Button size="sm" variant="quiet" aria-pressed={at === open} onClick={() => setOpen(at)}>
                {t('event', { number: at + 1 })}
              </Button>
              <Select
                size="sm"
                label={t('type')}
                value={event.type}
                onChange={(type) => change(at, (one) => ({ ...one, type }))}
                options={types.map((value) => ({ value, label: value }))}
              />
              <span className="text-muted">
                {event.trigger ? wordsAt(text, event.trigger) : t('noTrigger')}
              </span>
            </EditRow>
            <Arguments text={text} event={event} onChange={(next) => change(at, () => next)} />
          </li>
        ))}
      </ol>
    </div>
  )
}

function Arguments({
  text,
  event,
  onChange,
}: {
  text: string
  event: Event
  onChange: (event: Event) => void
}) {
  const t = useTranslations('gold')
  return (
    <ul>
      {event.arguments.map((argument, at) => {
        const words = isEventArgument(argument)
          ? t('event', { number: argument.event + 1 })
          : wordsAt(text, argument)
        return (
          <EditRow
            // biome-ignore lint/suspicious/noArrayIndexKey: a role may be filled twice by the same words while it is edited
            key={at}
            name={words}
            onRemove={() => onChange({ ...event, arguments: changeAt(event.arguments, at, () => null) })}
          >
            <Input
              className="h-7 w-36"
              aria-label={t('roleOf', { name: words })}
              value={argument.role}
              maxLength={200}
              onChange={({ currentTarget: { value: role } }) =>
                onChange({
                  ...event,
                  arguments: changeAt(event.arguments, at, (one) => ({ ...one, role })),
                })
              }
            />
            <span className="min-w-0 [overflow-wrap:anywhere]">{words}</span>
          </EditRow>
        )
      })}
    </ul>
  )
}

function spansOf({ type, trigger, arguments: own }: Event) {
  return [
    ...(trigger ? [{ ...trigger, label: type }] : []),
    ...own.flatMap((one) => (isEventArgument(one) ? [] : [{ ...one, label: one.role, plain: true }])),
  ]
}
