'use client'

import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { readableAnswer } from '@/components/models/answer-texts'
import { rawClasses } from '@/components/models/call-messages'
import { CallOutcome, endOf } from '@/components/models/call-outcome'
import { seconds, useCallPrice } from '@/components/models/use-call-columns'
import { ChangedWords } from '@/components/reviews/version-diff'
import { wordChanges } from '@/components/reviews/word-diff'
import { Tabs } from '@/components/ui/tabs'
import { TextLink } from '@/components/ui/text-link'
import type { CallView } from '@/lib/calls/schema'

type Answer = CallView & { raw: string }

/** Two answers to the same question: side by side, and what the other one says differently. */
export function AnswersBeside({ project, one, other }: { project: string; one: Answer; other: Answer }) {
  const t = useTranslations('models.call')
  return (
    <Tabs
      label={t('replays')}
      listClassName="px-0"
      panelClassName="pt-3"
      tabs={[
        {
          value: 'beside',
          label: t('sideBySide'),
          panel: (
            <div className="grid gap-4 lg:grid-cols-2">
              <OneAnswer project={project} answer={one} isThis />
              <OneAnswer project={project} answer={other} />
            </div>
          ),
        },
        { value: 'difference', label: t('difference'), panel: <Difference one={one} other={other} /> },
      ]}
    />
  )
}

function OneAnswer({ project, answer, isThis }: { project: string; answer: Answer; isThis?: boolean }) {
  const t = useTranslations('models.call')
  const format = useFormatter()
  const priceOf = useCallPrice(project)
  return (
    <section className="flex min-w-0 flex-col gap-1.5">
      <header className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h3 className="font-mono text-xs">
          {isThis ? (
            answer.model
          ) : (
            <TextLink href={`/p/${project}/models/calls/${answer.id}`}>{answer.model}</TextLink>
          )}
        </h3>
        <CallOutcome end={endOf(answer)} />
        <span className="text-muted text-xs tabular-nums">
          {priceOf(answer)}
          {answer.latencyMs !== null && ` · ${seconds(format, answer.latencyMs)}`}
        </span>
        {isThis && <span className="text-muted text-xs">{t('thisAnswer')}</span>}
      </header>
      <Said text={readableAnswer(answer.raw)} />
    </section>
  )
}

/** What a model said. */
export function Said({ text }: { text: string }) {
  const t = useTranslations('models.call')
  if (text === '') return <p className="text-muted">{t('saidNothing')}</p>
  return (
    <pre
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      className={rawClasses}
    >
      {text}
    </pre>
  )
}

function Difference({ one, other }: { one: Answer; other: Answer }) {
  const t = useTranslations('models.call')
  const locale = useLocale()
  const changes = wordChanges(readableAnswer(one.raw), readableAnswer(other.raw), locale)
  if (changes.every(({ kind }) => kind === 'same')) return <p className="text-muted">{t('same')}</p>
  return (
    <pre
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      className={rawClasses}
    >
      {changes.map((change, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the words of a comparison have no other name
        <ChangedWords key={at} change={change} />
      ))}
    </pre>
  )
}
