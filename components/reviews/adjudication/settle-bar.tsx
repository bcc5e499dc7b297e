'use client'

import { Check, GitMerge, PencilLine, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { lazy, Suspense, useRef, useState } from 'react'
import type { Settlement } from '@/components/reviews/adjudication/adjudication.query'
import { CauseRow } from '@/components/reviews/adjudication/cause-row'
import { type Choice, editsIn, verdictOf } from '@/components/reviews/adjudication/choice'
import type { GapHandle } from '@/components/reviews/adjudication/gap-form'
import { BarButton } from '@/components/reviews/bar-button'
import { choiceKey } from '@/components/reviews/keys/choice-key'
import { useDeskKeys } from '@/components/reviews/keys/keys.query'
import { ErrorLine } from '@/components/ui/error-state'
import { useScreenKeys } from '@/components/ui/screen-keys'
import type { Cause } from '@/lib/reviews/adjudication/model'
import type { Dispute } from '@/lib/reviews/adjudication/schema'

const GapForm = lazy(() => import('@/components/reviews/adjudication/gap-form'))

type Props = {
  project: string
  person: string
  dispute: Dispute
  choice: Choice | null
  busy: boolean
  error: unknown
  onChoice: (choice: Choice | null) => void
  onWrite: () => void
  onMerge: () => void
  onSettle: (settlement: Settlement) => void
}

/** First what shall stand, then why they disagreed; with a gap, the guideline's next version as well. */
export function SettleBar(props: Props) {
  const { project, person, dispute, choice, busy } = props
  const t = useTranslations('adjudication')
  const [cause, setCause] = useState<Cause | null>(null)
  const [note, setNote] = useState('')
  const gap = useRef<GapHandle>(null)
  const isGap = cause === 'guideline-gap' && dispute.guidelines.length > 0
  function settle() {
    if (!choice || !cause || busy) return
    const guideline = isGap ? (gap.current?.read() ?? null) : null
    if (isGap && !guideline) return
    props.onSettle({
      ...(verdictOf(choice, dispute) as Settlement),
      ...{ cause, note: note.trim() },
      ...(guideline && { guideline: { artifact: guideline.artifact, content: guideline.content as never } }),
    })
  }
  return (
    <>
      {choice && isGap && (
        <div className="hairline-t max-h-[45vh] shrink-0 overflow-y-auto p-4">
          <Suspense>
            <GapForm ref={gap} {...{ project, person, dispute, note }} />
          </Suspense>
        </div>
      )}
      <section
        aria-label={t('bar.label')}
        className="hairline-t relative flex min-h-11 shrink-0 flex-wrap items-center gap-1 bg-surface px-3 max-lg:min-h-14 max-lg:px-1"
      >
        {choice ? (
          <CauseRow
            {...{ cause, note, busy }}
            stands={t(`stands.${standsOf(choice, dispute)}`, { by: whoseOf(choice, dispute) })}
            withoutGap={dispute.version.kind === 'format'}
            onCause={setCause}
            onNote={setNote}
            onSettle={settle}
            onBack={() => props.onChoice(null)}
          />
        ) : (
          <Choices {...props} />
        )}
        <ErrorLine error={props.error} className="basis-full px-2 pb-1.5" />
      </section>
    </>
  )
}

function Choices({ dispute, onChoice, onWrite, onMerge }: Props) {
  const t = useTranslations('adjudication.bar')
  const keyOf = useDeskKeys()
  const canWrite = dispute.version.kind !== 'record' && dispute.version.kind !== 'node'
  const canMerge = editsIn(dispute).length > 1
  useScreenKeys([
    ...dispute.votes.map((vote, index) => ({
      keys: choiceKey(keyOf, index),
      label: t('chooseOf', { by: vote.decision.reviewer }),
      run: () => onChoice({ kind: 'vote', index }),
    })),
    { keys: keyOf('approve'), label: t('draft'), run: () => onChoice({ kind: 'draft' }) },
    ...(canWrite ? [{ keys: keyOf('edit'), label: t('write'), run: onWrite }] : []),
    ...(canMerge ? [{ keys: keyOf('merge'), label: t('merge'), run: onMerge }] : []),
    { keys: keyOf('reject'), label: t('reject'), run: () => onChoice({ kind: 'reject' }) },
  ])
  return (
    <>
      <BarButton
        icon={Check}
        tone="approved"
        keys={keyOf('approve')}
        onPress={() => onChoice({ kind: 'draft' })}
      >
        {t('draft')}
      </BarButton>
      {canWrite && (
        <BarButton icon={PencilLine} tone="edited" keys={keyOf('edit')} onPress={onWrite}>
          {t('write')}
        </BarButton>
      )}
      {canMerge && (
        <BarButton icon={GitMerge} tone="edited" keys={keyOf('merge')} onPress={onMerge}>
          {t('merge')}
        </BarButton>
      )}
      <BarButton icon={X} tone="rejected" keys={keyOf('reject')} onPress={() => onChoice({ kind: 'reject' })}>
        {t('reject')}
      </BarButton>
    </>
  )
}

function standsOf(choice: Choice, dispute: Dispute): 'draft' | 'text' | 'yours' | 'nothing' {
  if (choice.kind === 'text') return 'yours'
  const { verdict } = verdictOf(choice, dispute)
  return verdict === 'approve' ? 'draft' : verdict === 'edit' ? 'text' : 'nothing'
}

function whoseOf(choice: Choice, { votes }: Dispute): string {
  return choice.kind === 'vote' ? (votes[choice.index]?.decision.reviewer ?? '') : ''
}
