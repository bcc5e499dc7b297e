'use client'

import { useTranslations } from 'next-intl'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { DraftSection } from '@/components/reviews/draft-text'
import { ExampleEditor } from '@/components/reviews/example-editor'
import {
  ENTRY_MARK,
  type Eye,
  exampleSections,
  type GuidelineTyping,
  lineSections,
  paraphraseSections,
  type Section,
  type TextSection,
  type TypingProblem,
  textSections,
} from '@/components/reviews/guideline-text'
import { labelledThing } from '@/components/reviews/labelled-thing'
import { TypingState } from '@/components/reviews/typing-state'
import { cn } from '@/components/ui/cn'
import type { TaskForm } from '@/lib/tasks/model'

type Props = {
  project: string
  corpus: string
  form: TaskForm
  typing: GuidelineTyping
  eye: Eye
  /** Is it being written, rather than changed? Examples are chosen at the desk, beside the evidence. */
  isNew?: boolean
}

/** The draft as a form in the same place and the same letters: a line an entry. */
export default function DraftForm(props: Props) {
  const { typed, problems } = props.typing
  const problemOf = (section: Section) => problems.find((one) => one.section === section)?.kind
  return (
    <div className="reading flex flex-col gap-4">
      {textSections.map((section) => (
        <SectionField
          key={section}
          section={section}
          form={props.form}
          value={typed[section]}
          caret={props.eye.section === section ? props.eye.index : null}
          problem={problemOf(section)}
          onType={(value) => props.typing.type({ [section]: value })}
        />
      ))}
      {(props.isNew ? [] : exampleSections).map((section) => (
        <DraftSection key={section} section={section}>
          <ExampleEditor
            project={props.project}
            corpus={props.corpus}
            section={section}
            examples={typed[section]}
            onChange={(examples) => props.typing.type({ [section]: examples })}
          />
        </DraftSection>
      ))}
      <TypingState typing={props.typing} isNew={props.isNew} />
    </div>
  )
}

type FieldProps = {
  section: TextSection
  form: TaskForm
  value: string
  /** The line to begin in; null leaves the focus alone. */
  caret: number | null
  problem: TypingProblem['kind'] | undefined
  onType: (value: string) => void
}

function SectionField({ section, form, value, caret, problem, onType }: FieldProps) {
  const t = useTranslations('reviews')
  const box = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    if (caret !== null && box.current) putCaret(box.current, caret)
  }, [caret])
  const problemId = `problem-${section}`
  return (
    <DraftSection section={section}>
      <textarea
        ref={box}
        rows={1}
        value={value}
        aria-label={t(`sections.${section}`)}
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? problemId : undefined}
        placeholder={t(`form.placeholder.${section}`, { thing: labelledThing(form) })}
        onKeyDown={(event) => keepLineBreak(event, section)}
        onChange={(event) => onType(event.currentTarget.value)}
        className={cn(
          '-mx-2 field-sizing-content block w-[calc(100%+1rem)] resize-none rounded-sm bg-surface px-2 py-0.5 outline-1 outline-line -outline-offset-1 hover:outline-line-strong focus-visible:outline-2 focus-visible:-outline-offset-1 focus-visible:outline-focus aria-invalid:outline-rejected',
        )}
      />
      {problem && (
        <p id={problemId} role="alert" className="pt-0.5 text-rejected text-xs">
          {t(`form.problem.${problem}`)}
        </p>
      )}
    </DraftSection>
  )
}

/** Definition and mentions are one paragraph each; elsewhere a new line is a new entry, with its dot. */
function keepLineBreak(event: KeyboardEvent<HTMLTextAreaElement>, section: TextSection) {
  const composing = event.nativeEvent.isComposing || event.keyCode === 229
  const modified = event.ctrlKey || event.metaKey || event.altKey
  if (event.key !== 'Enter' || composing || modified) return
  event.preventDefault()
  const isList = [...lineSections, ...paraphraseSections].some((one) => one === section)
  // The only insertion that the browser's own undo knows.
  if (isList) document.execCommand('insertText', false, `\n${ENTRY_MARK}`)
}

/** The caret goes to the end of the line that was looked at. */
function putCaret(box: HTMLTextAreaElement, index: number) {
  const lines = box.value.split('\n').slice(0, index + 1)
  const at = lines.join('\n').length
  box.focus({ preventScroll: true })
  box.setSelectionRange(at, at)
  box.scrollIntoView({ block: 'nearest' })
}
