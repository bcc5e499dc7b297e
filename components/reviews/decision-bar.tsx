'use client'

import { ArrowRight, Check, PencilLine, SkipForward, Undo2, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { BarButton } from '@/components/reviews/bar-button'
import type { DeskSession } from '@/components/reviews/desk-session'
import { useDeskKeys } from '@/components/reviews/keys/keys.query'
import { OpenQuestions } from '@/components/reviews/open-questions'
import { OutboxStatus } from '@/components/reviews/outbox-status'
import { RejectRow } from '@/components/reviews/reject-row'
import type { SessionView } from '@/components/reviews/session-ports'
import type { DeskItem } from '@/lib/reviews/schema'

type Props = SessionView & {
  session: DeskSession
  person: string
  onApprove: () => void
  onEdit: () => void
  onSave: () => void
}

/** Always there: what can be done now, and whether the server has what was done. It grows only for the reasons of a rejection. */
export function DecisionBar(props: Props) {
  const t = useTranslations('reviews.bar')
  const status = <OutboxStatus {...props} />
  const rejecting = props.desk.mode === 'rejecting'
  const place = props.desk.places[0]
  return (
    <section
      aria-label={t('label')}
      className="hairline-t relative flex min-h-11 shrink-0 items-center gap-1 bg-surface px-3 max-lg:min-h-14 max-lg:flex-wrap max-lg:px-1"
    >
      {rejecting ? (
        <RejectRow
          session={props.session}
          person={props.person}
          versionId={place?.version.id ?? ''}
          kind={place?.version.kind ?? 'guideline'}
        >
          {status}
        </RejectRow>
      ) : (
        <Deeds {...props} />
      )}
      {!rejecting && status}
    </section>
  )
}

function Deeds(props: Props) {
  const { desk, session } = props
  if (desk.mode === 'editing') return <EditingDeeds {...props} />
  const nothing = desk.places.length === 0
  if (desk.lost) return <LostDeeds {...props} />
  return <DecidingDeeds {...props} disabled={nothing} canUndo={!desk.takingBack} session={session} />
}

function DecidingDeeds({
  desk,
  session,
  onApprove,
  onEdit,
  disabled,
  canUndo,
}: Props & { disabled: boolean; canUndo: boolean }) {
  const t = useTranslations('reviews.bar')
  const keyOf = useDeskKeys()
  return (
    <>
      <BarButton icon={Check} tone="approved" keys={keyOf('approve')} disabled={disabled} onPress={onApprove}>
        {t('approve')}
      </BarButton>
      {!isFixed(desk.places[0]) && (
        <BarButton icon={PencilLine} tone="edited" keys={keyOf('edit')} disabled={disabled} onPress={onEdit}>
          {t('edit')}
        </BarButton>
      )}
      <BarButton
        icon={X}
        tone="rejected"
        keys={keyOf('reject')}
        disabled={disabled}
        onPress={() => session.setMode('rejecting')}
      >
        {t('reject')}
      </BarButton>
      <BarButton
        icon={SkipForward}
        keys={keyOf('skip')}
        disabled={disabled}
        onPress={() => session.decide({ verdict: 'skip' })}
      >
        {t('skip')}
      </BarButton>
      <BarButton icon={Undo2} keys={keyOf('undo')} disabled={!canUndo} onPress={() => session.undo()}>
        {t('undo')}
      </BarButton>
      <OpenQuestions count={openQuestionsOf(desk.places[0])} />
    </>
  )
}

/** What is decided as it is: a composed record, and a node, which is renamed on its tree. */
function isFixed(item: DeskItem | undefined): boolean {
  return item?.version.kind === 'record' || item?.version.kind === 'node'
}

function openQuestionsOf(item: DeskItem | undefined): number {
  return item?.version.kind === 'guideline' ? item.version.content.questions.length : 0
}

function EditingDeeds({ session, onSave }: Props) {
  const t = useTranslations('reviews.bar')
  const keyOf = useDeskKeys()
  return (
    <>
      <BarButton icon={Check} tone="edited" keys={keyOf('save')} onPress={onSave}>
        {t('save')}
      </BarButton>
      <BarButton icon={X} keys={keyOf('leave')} onPress={() => session.setMode('reading')}>
        {t('leave')}
      </BarButton>
    </>
  )
}

function LostDeeds({ session }: Props) {
  const t = useTranslations('reviews.bar')
  const keyOf = useDeskKeys()
  return (
    <>
      <BarButton icon={ArrowRight} keys={keyOf('skip')} onPress={() => session.pass()}>
        {t('pass')}
      </BarButton>
      <BarButton icon={Undo2} keys={keyOf('undo')} onPress={() => session.undo()}>
        {t('undo')}
      </BarButton>
    </>
  )
}
