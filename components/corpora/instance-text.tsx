'use client'

import { useTranslations } from 'next-intl'
import { AnswerView } from '@/components/corpora/answer-view'
import { AnnotatedText } from '@/components/ui/annotated-text'
import type { InstanceHits, InstanceView } from '@/lib/corpora/instances/schema'

type Props = {
  instance: Omit<InstanceView, 'id'>
  /** Where the words stand that were searched for. */
  found?: InstanceHits
}

const NONE: readonly never[] = []

/** An instance to read: its text with what the gold marks, the question about it, and what the gold says beside. */
export function InstanceText({ instance, found }: Props) {
  const t = useTranslations('corpora.answer.parts')
  const { text, question, options, answer, turns } = instance
  const isNamedByGloss = instance.spans.some(({ part }) => part)
  const spans = isNamedByGloss
    ? instance.spans.map((span) => (span.part ? { ...span, label: t(span.part) } : span))
    : instance.spans
  if (turns.length > 0) return <Turns turns={turns} hits={found?.turnHits} />
  return (
    <div className="flex min-w-0 flex-col">
      <AnnotatedText text={text} spans={spans} hits={found?.hits} className="reading" />
      {question !== null && (
        <p className="reading pt-1.5 font-medium">
          <AnnotatedText text={question} spans={NONE} hits={found?.questionHits} />
        </p>
      )}
      {options.length > 0 && <Options options={options} answer={answer[0]?.items ?? []} />}
      {options.length === 0 && <AnswerView answer={answer} />}
    </div>
  )
}

function Options({ options, answer }: { options: readonly string[]; answer: readonly unknown[] }) {
  const t = useTranslations('corpora.answer')
  return (
    <ul className="flex flex-col gap-0.5 pt-1">
      {options.map((option) => {
        const isRight = answer.includes(option)
        return (
          <li key={option} className="flex gap-2">
            <span className="w-3 text-approved" aria-hidden>
              {isRight ? '✓' : ''}
            </span>
            <span className={isRight ? 'font-medium' : 'text-muted'}>{option}</span>
            {isRight && <span className="sr-only">{t('right')}</span>}
          </li>
        )
      })}
    </ul>
  )
}

function Turns({
  turns,
  hits,
}: {
  turns: InstanceView['turns']
  hits: InstanceHits['turnHits'] | undefined
}) {
  const t = useTranslations('corpora.answer.turns')
  return (
    <dl className="flex min-w-0 flex-col gap-2">
      {turns.map(({ from, text }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: turns stay in their order
        <div key={at} className="grid grid-cols-[4.5rem_minmax(0,1fr)] gap-2 max-sm:grid-cols-1 max-sm:gap-0">
          <dt className="pt-0.5 text-muted text-xs">{t(from)}</dt>
          <dd className="reading break-words">
            <AnnotatedText text={text} spans={NONE} hits={hits?.[at]} />
          </dd>
        </div>
      ))}
    </dl>
  )
}
