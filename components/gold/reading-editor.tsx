'use client'

import { useTranslations } from 'next-intl'
import { EditRow } from '@/components/gold/edit-row'
import type { EditorProps } from '@/components/gold/editor-props'
import { changeAt, wordsAt } from '@/components/gold/gold-edits'
import { MarkingText } from '@/components/gold/marking-text'
import { NameField } from '@/components/gold/name-field'
import { LabelChoice } from '@/components/writing/label-choice'
import { codePointLength, type Offsets } from '@/lib/tasks/model'
import type { MrcGold } from '@/lib/tasks/mrc/gold'

/** Answers to a question: words of the text, options, or words of one's own. Without any the question cannot be answered. */
export function ReadingEditor({ text, gold, onChange }: EditorProps<MrcGold>) {
  const t = useTranslations('gold')
  const { answers, options } = gold
  const set = (next: MrcGold['answers']) => onChange({ ...gold, answers: next, answerable: next.length > 0 })
  const spans = answers.flatMap(({ text: words, start }) =>
    start === undefined ? [] : [{ start, end: start + codePointLength(words), label: '' }],
  )
  const mark = (_: string, place: Offsets) =>
    set([...answers, { text: wordsAt(text, place), start: place.start }])
  const remove = ({ start: from, end: to }: Offsets) =>
    set(
      answers.filter(
        ({ text: words, start }) =>
          start === undefined || start > to || start + codePointLength(words) < from,
      ),
    )
  return (
    <div className="flex flex-col gap-3">
      <p className="reading font-medium">{gold.question}</p>
      {options ? (
        <>
          <p className="reading whitespace-pre-wrap">{text}</p>
          <LabelChoice
            label={t('answers')}
            labels={options}
            chosen={answers.map(({ text: words }) => words)}
            onChange={(chosen) => set(chosen.map((words) => ({ text: words })))}
          />
        </>
      ) : (
        <>
          <MarkingText
            text={text}
            spans={spans}
            choices={[{ name: t('asAnswer') }]}
            onMark={mark}
            onRemove={remove}
          />
          <ul aria-label={t('answers')}>
            {answers.map((answer, at) => (
              <EditRow
                // biome-ignore lint/suspicious/noArrayIndexKey: the same words may answer twice
                key={`${answer.text}-${at}`}
                name={answer.text}
                onRemove={() => set(changeAt(answers, at, () => null))}
              >
                <span className="min-w-0 [overflow-wrap:anywhere]">{answer.text}</span>
                {answer.start === undefined && <span className="text-muted text-xs">{t('ownWords')}</span>}
              </EditRow>
            ))}
          </ul>
          <NameField
            label={t('ownAnswer')}
            names={[]}
            onName={(words) => set([...answers, { text: words }])}
          />
          {answers.length === 0 && <p className="text-muted">{t('unanswerable')}</p>}
        </>
      )}
    </div>
  )
}
