'use client'

import { useTranslations } from 'next-intl'
import { useFormatPreview } from '@/components/reviews/format.query'
import {
  type FormatTyping,
  type SentenceSection,
  sentenceSections,
  type TypedFormat,
} from '@/components/reviews/format-typist'
import { asList } from '@/components/reviews/guideline-text'
import { ParameterFields } from '@/components/reviews/parameter-fields'
import { DraftPart } from '@/components/reviews/place-frame'
import { TypingState } from '@/components/reviews/typing-state'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { ErrorLine } from '@/components/ui/error-state'
import { Input } from '@/components/ui/input'
import { Textarea } from '@/components/ui/textarea'
import type { FormatContent } from '@/lib/artifacts/kinds/format/content'
import type { FormatPreview } from '@/lib/artifacts/schema'
import { type TaskForm, taskForms } from '@/lib/tasks/model'

type Props = { project: string; content: FormatContent; typing: FormatTyping; isNew?: boolean }

/** A format as a form. The sentences can be written anew from the parameters, as the carrier itself words them. */
export default function FormatForm({ project, content, typing, isNew }: Props) {
  const t = useTranslations('reviews')
  const { typed, problems, type } = typing
  const preview = useFormatPreview(project, { ...content, ...typed }, 0)
  const problemOf = (section: string) => problems.find((one) => one.section === section)?.message
  const said = preview.data && !preview.isPlaceholderData ? sentencesOf(preview.data.wording) : null
  const stale = said && sentenceSections.some((section) => typed[section] !== said[section])
  return (
    <div className="flex flex-col gap-4">
      <DraftPart title={t('sections.name')}>
        <Input
          autoFocus
          aria-label={t('sections.name')}
          value={typed.name}
          maxLength={120}
          aria-invalid={problemOf('name') ? true : undefined}
          onChange={(event) => type({ name: event.currentTarget.value })}
        />
      </DraftPart>
      <DraftPart title={t('sections.parameters')}>
        <ParameterFields
          schema={preview.data?.parameterSchema}
          values={typed.parameters}
          onChange={(parameters) => type({ parameters })}
        />
        <ErrorLine error={preview.error} className="pt-2" />
      </DraftPart>
      <DraftPart
        title={t('sections.taskForms')}
        aside={typed.taskForms.length === 0 && t('format.everyForm')}
      >
        <TaskFormChoice chosen={typed.taskForms} onChange={(chosen) => type({ taskForms: chosen })} />
      </DraftPart>
      {stale && (
        <p className="flex flex-wrap items-center gap-2 rounded-md bg-edited-soft px-3 py-2 text-edited text-sm">
          <span className="min-w-0 flex-1">{t('format.otherWords')}</span>
          <Button size="sm" onClick={() => type(said)}>
            {t('format.writeAnew')}
          </Button>
        </p>
      )}
      {sentenceSections.map((section) => (
        <DraftPart key={section} title={t(`sections.${section}`)} aside={t('format.slots')}>
          <Textarea
            aria-label={t(`sections.${section}`)}
            value={typed[section]}
            aria-invalid={problemOf(section) ? true : undefined}
            className="min-h-9"
            onChange={(event) => type({ [section]: event.currentTarget.value } as Partial<TypedFormat>)}
          />
          {problemOf(section) && (
            <p role="alert" className="pt-0.5 text-rejected text-xs">
              {problemOf(section)}
            </p>
          )}
        </DraftPart>
      ))}
      <TypingState typing={typing} isNew={isNew} />
    </div>
  )
}

function sentencesOf({ ask, askRecords }: FormatPreview['wording']): Record<SentenceSection, string> {
  return {
    askEn: asList(ask.en),
    askZh: asList(ask.zh),
    askRecordsEn: asList(askRecords.en),
    askRecordsZh: asList(askRecords.zh),
  }
}

function TaskFormChoice({
  chosen,
  onChange,
}: {
  chosen: readonly TaskForm[]
  onChange: (forms: TaskForm[]) => void
}) {
  const t = useTranslations('corpora.taskForms')
  return (
    <div className="flex flex-wrap gap-1">
      {taskForms.map((form) => {
        const isChosen = chosen.includes(form)
        return (
          <button
            key={form}
            type="button"
            aria-pressed={isChosen}
            onClick={() => onChange(isChosen ? chosen.filter((one) => one !== form) : [...chosen, form])}
            className={cn(
              'h-7 rounded-md border border-line px-2 text-xs hover:bg-hover max-lg:h-9',
              isChosen && 'border-accent bg-accent-soft text-accent-text',
            )}
          >
            {t(form)}
          </button>
        )
      })}
    </div>
  )
}
