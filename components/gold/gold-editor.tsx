'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ClassEditor } from '@/components/gold/class-editor'
import { EventEditor } from '@/components/gold/event-editor'
import { ReadingEditor } from '@/components/gold/reading-editor'
import { RelationEditor } from '@/components/gold/relation-editor'
import { SpanEditor } from '@/components/gold/span-editor'
import { TupleEditor } from '@/components/gold/tuple-editor'
import { TurnEditor } from '@/components/gold/turn-editor'
import { Button } from '@/components/ui/button'
import { Textarea } from '@/components/ui/textarea'
import { type EeGold, eeGoldSchema } from '@/lib/tasks/ee/gold'
import { generalGoldSchema } from '@/lib/tasks/general/gold'
import type { TaskForm } from '@/lib/tasks/model'
import { mrcGoldSchema } from '@/lib/tasks/mrc/gold'
import { nerGoldSchema } from '@/lib/tasks/ner/gold'
import { type OpenieGold, openieGoldSchema } from '@/lib/tasks/openie/gold'
import { reGoldSchema } from '@/lib/tasks/re/gold'
import { tcGoldSchema } from '@/lib/tasks/tc/gold'

type Props = {
  form: TaskForm
  text: string
  labels: readonly string[]
  /** The gold as JSON, as it is kept while it is typed. */
  value: string
  onChange: (value: string) => void
}

/** An answer in the form of its corpus: marked in its text, or as a form; as JSON for who would rather, or where it fits no form. */
export function GoldEditor(props: Props) {
  const t = useTranslations('gold')
  const [asJson, setAsJson] = useState(false)
  const gold = readJson(props.value)
  const editor = gold === undefined || asJson ? null : editorOf(props, gold)
  return (
    <div className="flex flex-col gap-2">
      {editor ?? (
        <>
          <Textarea
            aria-label={t('json')}
            aria-invalid={gold === undefined ? true : undefined}
            className="min-h-32 font-mono text-xs"
            value={props.value}
            onChange={(event) => props.onChange(event.currentTarget.value)}
          />
          {gold === undefined && (
            <p role="alert" className="text-rejected text-xs">
              {t('notJson')}
            </p>
          )}
          {gold !== undefined && !editorOf(props, gold) && (
            <p className="text-muted text-xs">{t('noForm')}</p>
          )}
        </>
      )}
      <Button
        size="sm"
        variant="quiet"
        className="self-start"
        aria-pressed={asJson}
        onClick={() => setAsJson(!asJson)}
      >
        {t(asJson ? 'asForm' : 'asJson')}
      </Button>
    </div>
  )
}

function editorOf({ form, text, labels, onChange }: Props, gold: unknown) {
  const given = { text, labels, onChange: (next: unknown) => onChange(JSON.stringify(next, null, 1)) }
  switch (form) {
    case 'ner': {
      const read = nerGoldSchema.safeParse(gold)
      return read.success ? <SpanEditor {...given} gold={read.data} /> : null
    }
    case 're':
    case 'spo':
    case 'kg': {
      const read = reGoldSchema.safeParse(gold)
      return read.success ? <RelationEditor {...given} gold={read.data} ofEntities={form === 'kg'} /> : null
    }
    case 'ee':
    case 'eet':
    case 'eea': {
      const isRead = eeGoldSchema.safeParse(gold).success || isBegunEvent(gold)
      return isRead ? <EventEditor {...given} gold={gold as EeGold} /> : null
    }
    case 'tc': {
      const read = tcGoldSchema.safeParse(gold)
      return read.success ? <ClassEditor {...given} gold={read.data} /> : null
    }
    case 'mrc': {
      const read = mrcGoldSchema.safeParse(gold)
      return read.success ? <ReadingEditor {...given} gold={read.data} /> : null
    }
    case 'openie': {
      const isRead = openieGoldSchema.safeParse(gold).success || isBegunTuple(gold)
      return isRead ? <TupleEditor {...given} gold={gold as OpenieGold} /> : null
    }
    case 'general': {
      const read = generalGoldSchema.safeParse(gold)
      return read.success ? <TurnEditor {...given} gold={read.data} /> : null
    }
  }
}

/** A role whose name is being typed has none for a moment. */
function isBegunEvent(gold: unknown): boolean {
  const events = (gold as { events?: unknown } | null)?.events
  return (
    Array.isArray(events) &&
    events.every((one) => typeof one?.type === 'string' && Array.isArray(one?.arguments))
  )
}

/** A statement that was only begun has no argument yet. */
function isBegunTuple(gold: unknown): boolean {
  const tuples = (gold as { tuples?: unknown } | null)?.tuples
  return (
    Array.isArray(tuples) &&
    tuples.every((one) => typeof one?.predicate?.text === 'string' && Array.isArray(one?.arguments))
  )
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
