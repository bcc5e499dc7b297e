'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { AnswerForm } from '@/components/reviews/application-place'
import { applicationTypist } from '@/components/reviews/application-typist'
import { BarButton } from '@/components/reviews/bar-button'
import DraftForm from '@/components/reviews/draft-form'
import FormatForm from '@/components/reviews/format-form'
import { formatTypist } from '@/components/reviews/format-typist'
import { FoundText } from '@/components/reviews/found-text'
import { guidelineTypist } from '@/components/reviews/guideline-text'
import { useDeskKeys } from '@/components/reviews/keys/keys.query'
import PairForm from '@/components/reviews/pair-form'
import { pairTypist } from '@/components/reviews/pair-typist'
import { useApplications } from '@/components/reviews/rule.query'
import RuleForm from '@/components/reviews/rule-form'
import { ruleTypist } from '@/components/reviews/rule-typist'
import SyllabusForm from '@/components/reviews/syllabus-form'
import { syllabusTypist } from '@/components/reviews/syllabus-typist'
import { type Typing, type Typist, useTyping } from '@/components/reviews/use-typing'
import { useScreenKeys } from '@/components/ui/screen-keys'
import type { Content, ContentOf } from '@/lib/artifacts/model'
import type { DeskItem, DeskItemOf } from '@/lib/reviews/schema'

type Props = {
  project: string
  person: string
  item: DeskItem
  /** The text that writing begins with. */
  from: Content
  onWritten: (content: Content) => void
  onLeave: () => void
}

/** The lead writes the text that shall stand, in the form of its kind. What is typed outlives the page. */
export default function SettleForm(props: Props) {
  switch (props.item.version.kind) {
    case 'guideline':
      return <GuidelineText {...props} />
    case 'rule':
      return <RuleText {...props} />
    case 'format':
      return <FormatText {...props} />
    case 'application':
      return <AnswerText {...props} />
    case 'syllabus':
      return <SyllabusText {...props} />
    case 'pair':
      return <PairWords {...props} />
    case 'record':
    case 'node':
      return null
  }
}

function GuidelineText(props: Props) {
  const { project, item } = props
  const typing = useSettling(props, props.from as ContentOf<'guideline'>, guidelineTypist)
  return (
    <Frame {...props} typing={typing}>
      <DraftForm
        {...{ project, typing }}
        corpus={item.corpus?.id ?? ''}
        form={item.corpus?.taskForm ?? 'ner'}
        eye={{ section: 'definition', index: 0 }}
      />
    </Frame>
  )
}

function RuleText(props: Props) {
  const { project, item } = props
  const content = props.from as ContentOf<'rule'>
  const typing = useSettling(props, content, ruleTypist)
  const { transform, scope } = content
  const ask = { order: 'random' as const, seed: 0, count: 1, rule: { transform, scope } }
  const { data, error } = useApplications(project, item.version.id, ask)
  return (
    <Frame {...props} typing={typing}>
      <RuleForm {...{ content, typing, error }} schema={data?.parameterSchema ?? undefined} />
    </Frame>
  )
}

function FormatText(props: Props) {
  const content = props.from as ContentOf<'format'>
  const typing = useSettling(props, content, formatTypist)
  return (
    <Frame {...props} typing={typing}>
      <FormatForm {...{ project: props.project, content, typing }} />
    </Frame>
  )
}

function SyllabusText(props: Props) {
  const typing = useSettling(props, props.from as ContentOf<'syllabus'>, syllabusTypist)
  return (
    <Frame {...props} typing={typing}>
      <SyllabusForm typing={typing} />
    </Frame>
  )
}

function PairWords(props: Props) {
  const content = props.from as ContentOf<'pair'>
  const typing = useSettling(props, content, pairTypist)
  return (
    <Frame {...props} typing={typing}>
      <PairForm typing={typing} lang={content.language} />
    </Frame>
  )
}

function AnswerText(props: Props) {
  const typing = useSettling(props, props.from as ContentOf<'application'>, applicationTypist)
  return (
    <Frame {...props} typing={typing}>
      <AnswerForm project={props.project} item={props.item as DeskItemOf<'application'>} typing={typing} />
    </Frame>
  )
}

/** Kept under a name of its own: at the desk the same draft may have another text of the same person. */
function useSettling<Some extends Content, Typed extends object, Problem>(
  { item, person }: Props,
  content: Some,
  typist: Typist<Some, Typed, Problem>,
) {
  const [begun] = useState(content)
  return useTyping({ id: `settle-${item.version.id}`, content: begun }, person, typist)
}

type FrameProps<Some extends Content> = Pick<Props, 'onWritten' | 'onLeave' | 'from'> & {
  typing: Pick<Typing<Some>, 'found' | 'resume' | 'save' | 'keptAt'> & Pick<Typing, 'discard'>
  children: ReactNode
}

function Frame<Some extends Content>({ typing, from, onWritten, onLeave, children }: FrameProps<Some>) {
  const t = useTranslations('adjudication.bar')
  const keyOf = useDeskKeys()
  const keep = () => {
    const saving = typing.save()
    if (saving.kind === 'content') onWritten(saving.content)
    if (saving.kind === 'unchanged') onWritten(from)
  }
  useScreenKeys([
    { keys: keyOf('save'), label: t('take'), run: keep, whileTyping: true },
    { keys: keyOf('leave'), label: t('leave'), run: onLeave, whileTyping: true },
    { keys: 'Escape', label: t('leave'), run: onLeave, whileTyping: true, hidden: true },
  ])
  return (
    <div className="flex flex-col gap-4">
      {typing.found && typing.keptAt === null && (
        <FoundText typing={typing as never} onResume={typing.resume} />
      )}
      {children}
      <div className="flex flex-wrap gap-1">
        <BarButton keys={keyOf('save')} tone="edited" onPress={keep}>
          {t('take')}
        </BarButton>
        <BarButton keys={keyOf('leave')} onPress={onLeave}>
          {t('leave')}
        </BarButton>
      </div>
    </div>
  )
}
