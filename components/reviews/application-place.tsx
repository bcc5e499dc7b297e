'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useRef } from 'react'
import { GoldEditor } from '@/components/gold/gold-editor'
import { ApplicationSides } from '@/components/reviews/application-card'
import { sidesOf } from '@/components/reviews/application-sides'
import { type ApplicationTyping, applicationTypist } from '@/components/reviews/application-typist'
import { useEvidence } from '@/components/reviews/desk.query'
import { FoundText } from '@/components/reviews/found-text'
import { DraftPart, PlaceFrame } from '@/components/reviews/place-frame'
import type { PlaceProps } from '@/components/reviews/place-props'
import { applicationQuery } from '@/components/reviews/rule.query'
import { ScrollingPart } from '@/components/reviews/scrolling-part'
import { TypingState } from '@/components/reviews/typing-state'
import { usePlaceEditing } from '@/components/reviews/use-place-editing'
import { useReadingKeys } from '@/components/reviews/use-reading-keys'
import { useBothLanguages } from '@/components/reviews/use-title'
import { useTyping } from '@/components/reviews/use-typing'
import { ErrorState } from '@/components/ui/error-state'
import { Skeleton } from '@/components/ui/skeleton'
import { useWritingGround } from '@/components/writing/writing.query'
import type { DeskItemOf } from '@/lib/reviews/schema'

const noop = () => {}

/** An answer that a person wrote under a rule: the rule and the answer, beside the gold that it takes the place of. */
export function ApplicationPlace(props: PlaceProps<'application'>) {
  const { item, mode, lost, session, project } = props
  const t = useTranslations('reviews')
  const inWords = useBothLanguages()
  const article = useRef<HTMLElement>(null)
  const typing = useTyping(item.version, props.person, applicationTypist)
  const { data: evidence } = useEvidence(project, item.version)
  const deeds = usePlaceEditing<'application'>({ ...props, typing, article })
  useReadingKeys({ mode, lost, session, next: noop, previous: noop, ...deeds })
  return (
    <PlaceFrame
      ref={article}
      item={item}
      progress={props.progress}
      evidence={<BesideGold project={project} item={item} />}
    >
      {typing.found && mode !== 'editing' && <FoundText typing={typing} onResume={deeds.edit} />}
      <div className="reading flex flex-col gap-4">
        {evidence && (
          <DraftPart title={t('desk.kind.rule')}>
            <p>{inWords(evidence.rule.statement)}</p>
          </DraftPart>
        )}
        {mode === 'editing' ? (
          <AnswerForm project={project} item={item} typing={typing} />
        ) : (
          <Changes item={item} />
        )}
      </div>
    </PlaceFrame>
  )
}

function Changes({ item }: { item: DeskItemOf<'application'> }) {
  const t = useTranslations('reviews')
  return (
    <DraftPart title={t('sections.changed')}>
      <ul className="flex flex-col gap-1">
        {item.version.content.changed.map(({ before, after, reason }) => (
          <li key={`${before}/${after}`} className="[overflow-wrap:anywhere]">
            <del className="text-rejected">{before || '∅'}</del>{' '}
            <ins className="text-approved no-underline">{after || '∅'}</ins>
            {reason && <span className="text-muted"> {reason}</span>}
          </li>
        ))}
      </ul>
    </DraftPart>
  )
}

type FormProps = { project: string; item: DeskItemOf<'application'>; typing: ApplicationTyping }

export function AnswerForm({ project, item, typing }: FormProps) {
  const t = useTranslations('reviews')
  const { data: shown } = useQuery(applicationQuery(project, item.version.id))
  const { data: evidence } = useEvidence(project, item.version)
  const { data: ground } = useWritingGround(project, item.corpus.id)
  const inScope = evidence?.rule.scope.labels ?? []
  return (
    <>
      <DraftPart title={t('sections.gold')}>
        {shown ? (
          <GoldEditor
            form={item.corpus.taskForm}
            text={shown.text}
            labels={inScope.length > 0 ? inScope : (ground?.labels ?? [])}
            value={typing.typed.gold}
            onChange={(value) => typing.type({ gold: value })}
          />
        ) : (
          <Skeleton className="h-24" />
        )}
        {typing.problems.map((problem) => (
          <p key={problem} role="alert" className="text-rejected text-xs">
            {t('parameters.notJson')}
          </p>
        ))}
      </DraftPart>
      <TypingState typing={typing} />
    </>
  )
}

function BesideGold({ project, item }: { project: string; item: DeskItemOf<'application'> }) {
  const { data, error, refetch } = useQuery(applicationQuery(project, item.version.id))
  return (
    <div className="flex min-h-0 flex-1 flex-col pt-3">
      <ScrollingPart>
        {error && <ErrorState error={error} retry={() => void refetch()} />}
        {!data && !error && <Skeleton className="h-24" />}
        {data && (
          <>
            {data.question && <p className="reading pb-2 font-medium">{data.question}</p>}
            <ApplicationSides sides={sidesOf(data)} />
          </>
        )}
      </ScrollingPart>
    </div>
  )
}
