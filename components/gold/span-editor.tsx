'use client'

import { useTranslations } from 'next-intl'
import { EditRow } from '@/components/gold/edit-row'
import type { EditorProps } from '@/components/gold/editor-props'
import { addSpan, changeAt, wordsAt } from '@/components/gold/gold-edits'
import { MarkingText } from '@/components/gold/marking-text'
import { NameField } from '@/components/gold/name-field'
import { Select } from '@/components/ui/select'
import type { Offsets } from '@/lib/tasks/model'
import type { NerGold } from '@/lib/tasks/ner/gold'

/** Mentions: marked in the text, and listed below it. */
export function SpanEditor({ text, gold, labels, onChange }: EditorProps<NerGold>) {
  const t = useTranslations('gold')
  const { spans } = gold
  const known = [...new Set([...labels, ...spans.map(({ label }) => label)])]
  const mark = (label: string, place: Offsets) => onChange(addSpan(gold, { ...place, label }))
  const remove = ({ start, end }: Offsets) =>
    onChange({ ...gold, spans: spans.filter((span) => span.end < start || span.start > end) })
  return (
    <div className="flex flex-col gap-3">
      <MarkingText
        text={text}
        spans={spans}
        choices={known.map((name) => ({ name, isLabel: true }))}
        onMark={mark}
        onRemove={remove}
        other={(place) => <NameField label={t('label')} names={known} onName={(name) => mark(name, place)} />}
      />
      <ul aria-label={t('marked')}>
        {spans.map((span, at) => (
          <EditRow
            // biome-ignore lint/suspicious/noArrayIndexKey: the very same place may be marked twice
            key={`${span.start}-${span.end}-${at}`}
            name={wordsAt(text, span)}
            onRemove={() => onChange({ ...gold, spans: changeAt(spans, at, () => null) })}
          >
            <span className="min-w-0 [overflow-wrap:anywhere]">{wordsAt(text, span)}</span>
            <Select
              size="sm"
              quiet
              label={t('labelOf', { name: wordsAt(text, span) })}
              value={span.label}
              onChange={(label) =>
                onChange({ ...gold, spans: changeAt(spans, at, (one) => ({ ...one, label })) })
              }
              options={known.map((value) => ({ value, label: value }))}
            />
          </EditRow>
        ))}
      </ul>
    </div>
  )
}
