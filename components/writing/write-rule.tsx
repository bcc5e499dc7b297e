'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { FoundText } from '@/components/reviews/found-text'
import { asList } from '@/components/reviews/guideline-text'
import RuleForm from '@/components/reviews/rule-form'
import { labelsOf, type RuleTyping, ruleTypist, type TypedRule } from '@/components/reviews/rule-typist'
import { useTyping } from '@/components/reviews/use-typing'
import { Button } from '@/components/ui/button'
import { Select } from '@/components/ui/select'
import { useSettled } from '@/components/ui/use-settled'
import { RulePreviewPane } from '@/components/writing/rule-preview-pane'
import { useRulePreview, useWrite, useWritingGround } from '@/components/writing/writing.query'
import { CorpusChoice, WritingDialog, type WritingProps } from '@/components/writing/writing-dialog'
import type { RuleContent } from '@/lib/artifacts/kinds/rule/content'
import type { RulePreview, WritingGround } from '@/lib/artifacts/writing/schema'
import type { TaskForm } from '@/lib/tasks/model'

/** While somebody types, what the rule would do is asked for this seldom. */
const SETTLED_MS = 350
const BY_HAND = 'by-hand'

/** A preference rule, written by a person. */
export default function WriteRule(props: WritingProps) {
  const [corpus, setCorpus] = useState(props.corpora[0]?.id ?? '')
  const of = props.corpora.find(({ id }) => id === corpus)
  if (!of) return null
  return <RuleOfCorpus key={corpus} {...props} corpus={corpus} taskForm={of.taskForm} onCorpus={setCorpus} />
}

type Props = WritingProps & { corpus: string; taskForm: TaskForm; onCorpus: (corpus: string) => void }

function RuleOfCorpus(props: Props) {
  const { project, corpus, changing } = props
  const t = useTranslations('writing')
  const names = useTranslations('reviews.rule.transforms')
  const { data: ground } = useWritingGround(project, corpus)
  const base = changing?.kind === 'rule' ? changing.content : emptyRule(props.taskForm)
  const typing = useTyping(
    { id: changing ? `change-${changing.id}` : `rule-of-${corpus}`, content: base },
    props.person,
    ruleTypist,
  )
  const { typed, type } = typing
  const { transform } = typed
  const settled = useSettled(
    JSON.stringify({ scope: { labels: labelsOf(typed.scope) }, transform }),
    SETTLED_MS,
  )
  const preview = useRulePreview(project, corpus, JSON.parse(settled))
  const said = preview.isPlaceholderData || !transform ? undefined : preview.data?.statements
  useWordsOf(said, typing)
  const write = useWrite(project, (draft) => {
    typing.discard()
    props.onWritten(draft)
    props.onClose()
  })
  const send = () => {
    const saving = typing.save()
    if (saving.kind === 'content')
      write.mutate({
        kind: 'rule',
        corpus,
        content: saving.content,
        changing: changing && { artifact: changing.artifactId, base: changing.id },
      })
  }
  const choose = (name: string) => {
    const chosen = ground?.transforms.find((one) => one.name === name)
    type({ transform: chosen ? { name: chosen.name, parameters: chosen.parameters } : null, ...NO_WORDS })
  }
  return (
    <WritingDialog
      kind="rule"
      changing={changing}
      choices={
        <>
          <CorpusChoice corpora={props.corpora} corpus={corpus} onChange={props.onCorpus} />
          <Select
            label={t('transform')}
            value={transform?.name ?? BY_HAND}
            onChange={choose}
            options={[
              ...(ground?.transforms ?? []).map(({ name }) => ({
                value: name as string,
                label: names(name),
              })),
              { value: BY_HAND, label: t('byHand') },
            ]}
          />
        </>
      }
      form={
        <>
          {typing.found && typing.keptAt === null && <FoundText typing={typing} onResume={typing.resume} />}
          {said && !isSaid(typed, said) && (
            <p className="mb-4 flex flex-wrap items-center gap-2 rounded-md bg-edited-soft px-3 py-2 text-edited text-sm">
              <span className="min-w-0 flex-1">{t('otherWords')}</span>
              <Button size="sm" onClick={() => type(wordsOf(said))}>
                {t('writeAnew')}
              </Button>
            </p>
          )}
          <RuleForm
            key={transform?.name ?? BY_HAND}
            content={{ ...base, transform }}
            typing={typing}
            schema={schemaOf(ground, transform?.name)}
            labels={ground?.labels ?? []}
            error={null}
            isNew
          />
        </>
      }
      beside={<RulePreviewPane preview={preview} byHand={!transform} />}
      error={write.error}
      merging={{
        project,
        person: props.person,
        mine: () => ruleTypist.contentOf(typing.typed, base),
        onMerged: (merged, after) =>
          changing &&
          write.mutate({
            ...{ kind: 'rule', corpus, content: merged as RuleContent },
            changing: { artifact: changing.artifactId, base: after },
          }),
      }}
      busy={write.isPending}
      disabled={transform !== null && Boolean(preview.error)}
      onSend={send}
      onClose={props.onClose}
    />
  )
}

function emptyRule(taskForm: TaskForm): RuleContent {
  return {
    taskForm,
    scope: { labels: [] },
    statement: { en: '', zh: '' },
    paraphrases: { en: [], zh: [] },
    transform: null,
    exceptions: [],
    note: '',
  }
}

type Statements = RulePreview['statements']
type Words = Pick<TypedRule, 'statementEn' | 'statementZh' | 'paraphrasesEn' | 'paraphrasesZh'>

const NO_WORDS: Words = { statementEn: '', statementZh: '', paraphrasesEn: '', paraphrasesZh: '' }

const wordsOf = ({ en, zh }: Statements): Words => ({
  statementEn: en[0] ?? '',
  statementZh: zh[0] ?? '',
  paraphrasesEn: asList(en.slice(1)),
  paraphrasesZh: asList(zh.slice(1)),
})

function isSaid(typed: TypedRule, statements: Statements): boolean {
  const words = wordsOf(statements)
  return (Object.keys(words) as (keyof Words)[]).every((part) => typed[part] === words[part])
}

/** The transform's own words follow its parameters for as long as nobody has written others. */
function useWordsOf(said: Statements | undefined, { typed, type }: Pick<RuleTyping, 'typed' | 'type'>) {
  const last = useRef<Statements | null>(null)
  const follow = useEffectEvent(() => {
    if (!said) return
    const areOurs = last.current ? isSaid(typed, last.current) : false
    const areNone = typed.statementEn === '' && typed.statementZh === ''
    last.current = said
    if ((areOurs || areNone) && !isSaid(typed, said)) type(wordsOf(said))
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: follows what the server says, not what is typed
  useEffect(() => follow(), [said])
}

function schemaOf(ground: WritingGround | undefined, name: string | undefined) {
  return ground?.transforms.find((one) => one.name === name)?.parameterSchema
}
