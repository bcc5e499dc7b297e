'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import DraftForm from '@/components/reviews/draft-form'
import { FoundText } from '@/components/reviews/found-text'
import { guidelineTypist } from '@/components/reviews/guideline-text'
import { useTyping } from '@/components/reviews/use-typing'
import { useNameOf } from '@/components/ui/label-hue'
import { Select } from '@/components/ui/select'
import { useWrite, useWritingGround } from '@/components/writing/writing.query'
import {
  CorpusChoice,
  type WritingCorpus,
  WritingDialog,
  type WritingProps,
} from '@/components/writing/writing-dialog'
import type { GuidelineContent } from '@/lib/artifacts/kinds/guideline/content'
import { draftableForms } from '@/lib/artifacts/model'
import type { WritingGround } from '@/lib/artifacts/writing/schema'
import { phraseLanguageOf } from '@/lib/tasks/model'

/** The guideline of a label, written by a person. */
export default function WriteGuideline(props: WritingProps) {
  const corpora = props.corpora.filter(({ taskForm }) => draftableForms.includes(taskForm))
  const [corpus, setCorpus] = useState(corpora[0]?.id ?? '')
  const [label, setLabel] = useState<string | null>(null)
  const { data: ground } = useWritingGround(props.project, corpus)
  const of = corpora.find(({ id }) => id === corpus)
  const fixed = props.changing?.kind === 'guideline' ? props.changing.content.label : null
  const chosen =
    fixed ?? label ?? ground?.labels.find((one) => !ground.guided.includes(one)) ?? ground?.labels[0]
  if (!of || !ground || chosen === undefined) return null
  const choose = (next: string) => {
    setCorpus(next)
    setLabel(null)
  }
  return (
    <GuidelineOfLabel
      key={`${corpus}/${chosen}`}
      {...props}
      corpora={corpora}
      corpus={of}
      ground={ground}
      label={chosen}
      onCorpus={choose}
      onLabel={setLabel}
    />
  )
}

type Props = WritingProps & {
  corpus: WritingCorpus
  ground: WritingGround
  label: string
  onCorpus: (corpus: string) => void
  onLabel: (label: string) => void
}

function GuidelineOfLabel(props: Props) {
  const { project, corpus, ground, label, changing } = props
  const t = useTranslations('writing')
  const nameOf = useNameOf()
  const content = changing?.kind === 'guideline' ? changing.content : emptyGuideline(label, ground.language)
  const typing = useTyping(
    { id: changing ? `change-${changing.id}` : `guideline-of-${corpus.id}/${label}`, content },
    props.person,
    guidelineTypist,
  )
  const write = useWrite(project, (draft) => {
    typing.discard()
    props.onWritten(draft)
    props.onClose()
  })
  const send = () => {
    const saving = typing.save()
    if (saving.kind === 'content')
      write.mutate({
        ...{ kind: 'guideline', corpus: corpus.id, content: saving.content },
        changing: changing && { artifact: changing.artifactId, base: changing.id },
      })
  }
  return (
    <WritingDialog
      kind="guideline"
      changing={changing}
      choices={
        <>
          <CorpusChoice corpora={props.corpora} corpus={corpus.id} onChange={props.onCorpus} />
          <Select
            label={t('label')}
            value={label}
            onChange={props.onLabel}
            options={(changing ? [label] : ground.labels).map((one) => ({
              value: one,
              label: nameOf(one),
              hint: ground.guided.includes(one) ? t('guided') : undefined,
            }))}
          />
        </>
      }
      form={
        <>
          {typing.found && typing.keptAt === null && <FoundText typing={typing} onResume={typing.resume} />}
          <DraftForm
            project={project}
            corpus={corpus.id}
            form={corpus.taskForm}
            typing={typing}
            eye={{ section: 'definition', index: 0 }}
            isNew
          />
        </>
      }
      beside={
        <p className="text-muted">
          {t(ground.guided.includes(label) ? 'guidedText' : 'guidelineText', { label: nameOf(label) })}
        </p>
      }
      error={write.error}
      merging={{
        project,
        person: props.person,
        mine: () => guidelineTypist.contentOf(typing.typed, content),
        onMerged: (merged, after) =>
          changing &&
          write.mutate({
            ...{ kind: 'guideline', corpus: corpus.id, content: merged as GuidelineContent },
            changing: { artifact: changing.artifactId, base: after },
          }),
      }}
      busy={write.isPending}
      onSend={send}
      onClose={props.onClose}
    />
  )
}

function emptyGuideline(label: string, language: string): GuidelineContent {
  return {
    label,
    language: phraseLanguageOf(language),
    definition: '',
    includes: [],
    excludes: [],
    questions: [],
    typical: [],
    positives: [],
    negatives: [],
    paraphrases: { en: [], zh: [] },
  }
}
