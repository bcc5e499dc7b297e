'use client'

import { useTranslations } from 'next-intl'
import type { EditorProps } from '@/components/gold/editor-props'
import { changeAt } from '@/components/gold/gold-edits'
import { Field } from '@/components/ui/field'
import { Textarea } from '@/components/ui/textarea'
import type { GeneralGold } from '@/lib/tasks/general/gold'

/** A conversation: its answers can be written anew; what the user says is the text. */
export function TurnEditor({ gold, onChange }: EditorProps<GeneralGold>) {
  const t = useTranslations('reviews.record.turn')
  return (
    <div className="flex flex-col gap-3">
      {gold.turns.map((turn, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: turns are told apart by their order
        <Field key={at} label={t(turn.from)}>
          <Textarea
            value={turn.text}
            disabled={turn.from === 'user'}
            onChange={({ currentTarget: { value: text } }) =>
              onChange({ turns: changeAt(gold.turns, at, (one) => ({ ...one, text })) })
            }
          />
        </Field>
      ))}
    </div>
  )
}
