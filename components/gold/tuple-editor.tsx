'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { EditRow } from '@/components/gold/edit-row'
import type { EditorProps } from '@/components/gold/editor-props'
import { changeAt, wordsAt } from '@/components/gold/gold-edits'
import { MarkingText } from '@/components/gold/marking-text'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { Input } from '@/components/ui/input'
import type { Offsets } from '@/lib/tasks/model'
import type { OpenieGold, OpenPart, OpenTuple } from '@/lib/tasks/openie/gold'

const MOST_ARGUMENTS = 6

/** Statements of a text: a selection becomes the predicate of a new one, or an argument of the one that is open. */
export function TupleEditor({ text, gold, onChange }: EditorProps<OpenieGold>) {
  const t = useTranslations('gold')
  const { tuples } = gold
  const [open, setOpen] = useState(0)
  const current = tuples[open]
  const change = (at: number, next: (tuple: OpenTuple) => OpenTuple | null) =>
    onChange({ tuples: changeAt(tuples, at, next) })
  const canGrow = current !== undefined && current.arguments.length < MOST_ARGUMENTS
  const choices = [t('asPredicate'), ...(canGrow ? [t('asArgument')] : [])]
  const mark = (name: string, place: Offsets) => {
    const part = { text: wordsAt(text, place), ...place }
    if (name === choices[0]) {
      onChange({ tuples: [...tuples, { predicate: part, arguments: [] }] })
      setOpen(tuples.length)
    } else change(open, (tuple) => ({ ...tuple, arguments: [...tuple.arguments, part] }))
  }
  const remove = ({ start, end }: Offsets) =>
    current &&
    change(open, (tuple) => ({
      ...tuple,
      arguments: tuple.arguments.filter(
        (one) => one.start === undefined || one.start > end || (one.end ?? 0) < start,
      ),
    }))
  return (
    <div className="flex flex-col gap-3">
      <MarkingText
        text={text}
        spans={current ? spansOf(current) : []}
        choices={choices.map((name) => ({ name }))}
        onMark={mark}
        onRemove={remove}
      />
      <ol aria-label={t('tuples')} className="flex flex-col gap-2">
        {tuples.map((tuple, at) => (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: a statement is its place in the list while it is edited
            key={at}
            className={cn('rounded-md border border-line px-3 py-1', at === open && 'border-accent')}
          >
            <EditRow as="div" name={tuple.predicate.text} onRemove={() => change(at, () => null)}>
              <Button size="sm" variant="quiet" aria-pressed={at === open} onClick={() => setOpen(at)}>
                {t('tuple', { number: at + 1 })}
              </Button>
              <PartField
                label={t('predicate')}
                part={tuple.predicate}
                onChange={(predicate) => change(at, (one) => ({ ...one, predicate }))}
              />
            </EditRow>
            <ul>
              {tuple.arguments.map((part, index) => (
                <EditRow
                  // biome-ignore lint/suspicious/noArrayIndexKey: arguments are told apart by their order
                  key={index}
                  name={part.text}
                  onRemove={() =>
                    change(at, (one) => ({ ...one, arguments: changeAt(one.arguments, index, () => null) }))
                  }
                >
                  <PartField
                    label={t('argument', { number: index + 1 })}
                    part={part}
                    onChange={(next) =>
                      change(at, (one) => ({ ...one, arguments: changeAt(one.arguments, index, () => next) }))
                    }
                  />
                </EditRow>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </div>
  )
}

/** Words that are typed stand nowhere in the text any more. */
function PartField(props: { label: string; part: OpenPart; onChange: (part: OpenPart) => void }) {
  return (
    <Input
      className="h-7 min-w-40 flex-1"
      aria-label={props.label}
      value={props.part.text}
      onChange={(event) => props.onChange({ text: event.currentTarget.value })}
    />
  )
}

function spansOf({ predicate, arguments: own }: OpenTuple) {
  return [predicate, ...own].flatMap(({ start, end }, at) =>
    start === undefined || end === undefined ? [] : [{ start, end, label: String(at), plain: at > 0 }],
  )
}
