'use client'

import { useTranslations } from 'next-intl'
import { ParameterFields } from '@/components/reviews/parameter-fields'
import { DraftPart } from '@/components/reviews/place-frame'
import {
  labelsOf,
  type RuleTyping,
  type TypedRule,
  type WordSection,
  wordSections,
} from '@/components/reviews/rule-typist'
import { TypingState } from '@/components/reviews/typing-state'
import { Button } from '@/components/ui/button'
import { ErrorLine } from '@/components/ui/error-state'
import { Input } from '@/components/ui/input'
import { Textarea } from '@/components/ui/textarea'
import { LabelChoice } from '@/components/writing/label-choice'
import type { RuleContent } from '@/lib/artifacts/kinds/rule/content'

type Props = {
  content: RuleContent
  typing: RuleTyping
  /** What the transform's parameters may be. */
  schema: Record<string, unknown> | undefined
  error: unknown
  /** The labels of the corpus, where they are to choose from. */
  labels?: readonly string[]
  /** Is it being written, rather than changed? Then there is nothing to comment on. */
  isNew?: boolean
}

const HINTS: Partial<Record<WordSection, 'onePerLine' | 'labelsHint'>> = {
  paraphrasesEn: 'onePerLine',
  paraphrasesZh: 'onePerLine',
  scope: 'labelsHint',
}

/** Who writes a rule says first what it is about: its words follow from that. */
const WRITING_ORDER: readonly WordSection[] = ['scope', ...wordSections.filter((one) => one !== 'scope')]

/** A rule as a form. The applications beside it follow what is typed. */
export default function RuleForm({ content, typing, schema, error, labels, isNew }: Props) {
  const t = useTranslations('reviews')
  const { typed, problems, type } = typing
  const problemOf = (section: string) => problems.find((one) => one.section === section)?.message
  const { transform } = typed
  const hintOf = (section: WordSection, isChoice: boolean) => {
    const hint = section === 'scope' && isChoice ? 'labelsChosen' : HINTS[section]
    return hint && t(`rule.${hint}`)
  }
  const parameters = transform && content.transform && (
    <DraftPart title={t('rule.transform')} aside={t(`rule.transforms.${content.transform.name}`)}>
      <ParameterFields
        schema={schema}
        values={transform.parameters}
        labels={labels}
        onChange={(parameters) => type({ transform: { ...transform, parameters } })}
      />
      <ErrorLine error={error} className="pt-2" />
    </DraftPart>
  )
  return (
    <div className="flex flex-col gap-4">
      {isNew && parameters}
      {(isNew ? WRITING_ORDER : wordSections).map((section) => (
        <DraftPart
          key={section}
          title={t(`sections.${section}`)}
          aside={hintOf(section, labels !== undefined)}
        >
          {section === 'scope' && labels ? (
            <LabelChoice
              label={t('sections.scope')}
              labels={labels}
              chosen={labelsOf(typed.scope)}
              onChange={(chosen) => type({ scope: chosen.join('\n') })}
            />
          ) : (
            <Textarea
              aria-label={t(`sections.${section}`)}
              value={typed[section]}
              aria-invalid={problemOf(section) ? true : undefined}
              className="min-h-9"
              onChange={(event) => type({ [section]: event.currentTarget.value } as Partial<TypedRule>)}
            />
          )}
          {problemOf(section) && (
            <p role="alert" className="pt-0.5 text-rejected text-xs">
              {problemOf(section)}
            </p>
          )}
        </DraftPart>
      ))}
      {!isNew && parameters}
      {typed.exceptions.length > 0 && (
        <DraftPart title={t('sections.exceptions')}>
          <Exceptions exceptions={typed.exceptions} onChange={(exceptions) => type({ exceptions })} />
        </DraftPart>
      )}
      <TypingState typing={typing} isNew={isNew} />
    </div>
  )
}

type ExceptionProps = {
  exceptions: TypedRule['exceptions']
  onChange: (exceptions: TypedRule['exceptions']) => void
}

function Exceptions({ exceptions, onChange }: ExceptionProps) {
  const t = useTranslations('reviews')
  return (
    <ul className="flex flex-col gap-1.5">
      {exceptions.map((exception, at) => (
        <li key={exception.ordinal} className="flex items-center gap-2">
          <span className="w-14 shrink-0 font-mono text-muted text-xs">{`#${exception.ordinal}`}</span>
          <Input
            value={exception.reason}
            maxLength={300}
            aria-label={t('rule.reason')}
            className="h-7"
            onChange={(event) =>
              onChange(
                exceptions.map((one, index) =>
                  index === at ? { ...one, reason: event.currentTarget.value } : one,
                ),
              )
            }
          />
          <Button
            size="sm"
            variant="quiet"
            onClick={() => onChange(exceptions.filter((_, index) => index !== at))}
          >
            {t('rule.noException')}
          </Button>
        </li>
      ))}
    </ul>
  )
}
