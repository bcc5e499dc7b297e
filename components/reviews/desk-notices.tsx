'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { lazy, Suspense, useState } from 'react'
import type { DeskSession } from '@/components/reviews/desk-session'
import { Notice } from '@/components/reviews/notice'
import { useRefusalText } from '@/components/reviews/refusal-text'
import type { SessionView } from '@/components/reviews/session-ports'
import { Button, buttonClasses } from '@/components/ui/button'

// Nobody needs it on a good day.
const RefusedNotice = lazy(() => import('@/components/reviews/refused-notice'))
const CorrectionOffer = lazy(() => import('@/components/reviews/lots/correction-offer'))
const LessonDialog = lazy(() => import('@/components/reviews/gold/lesson-dialog'))
const LostNotice = lazy(() => import('@/components/reviews/conflict/lost-notice'))

type Props = SessionView & { session: DeskSession; project: string; person: string }

/** Everything that went another way than planned, each with its next step. Empty on a good day. */
export function DeskNotices(props: Props) {
  const t = useTranslations('reviews.notices')
  return (
    <section aria-label={t('label')} aria-live="polite" className="max-h-[40%] shrink-0 overflow-y-auto">
      <LostDraft {...props} />
      <SignedOutNotice {...props} />
      <NoRoomNotice {...props} />
      <TroubleNotice {...props} />
      <UnavailableNotice {...props} />
      <OfferedCorrection {...props} />
      <Lessons {...props} />
      <HasteLine {...props} />
      {props.outbox.refused.map((entry) => (
        <Suspense key={entry.place}>
          <RefusedNotice entry={entry} session={props.session} project={props.project} />
        </Suspense>
      ))}
    </section>
  )
}

function LostDraft({ desk, session, project, person }: Props) {
  const lost = desk.places.find((place) => place.version.id === desk.lost)
  if (!lost) return null
  return (
    <Suspense>
      <LostNotice key={lost.version.id} item={lost} {...{ session, project, person }} />
    </Suspense>
  )
}

/** The last edit may be one that others need too; it is offered until the next deed. */
function OfferedCorrection({ desk, project }: Props) {
  const last = desk.done.at(-1)
  const [dismissed, setDismissed] = useState<string | null>(null)
  const decision = last?.verdict === 'edit' && last.decisionId !== dismissed ? last.decisionId : null
  if (!decision) return null
  return (
    <Suspense>
      <CorrectionOffer
        key={decision}
        project={project}
        decision={decision}
        onDismiss={() => setDismissed(decision)}
      />
    </Suspense>
  )
}

function Lessons({ desk, session }: Props) {
  const [lesson] = desk.lessons
  if (!lesson) return null
  return (
    <Suspense>
      <LessonDialog key={lesson.requestKey} lesson={lesson} onRead={() => session.learn()} />
    </Suspense>
  )
}

/** Said in passing, and seldom: nothing is held up. */
function HasteLine({ desk }: Props) {
  const t = useTranslations('goldQuestions.desk')
  if (desk.haste.shown === 0) return null
  return <p className="px-4 pb-1 text-muted text-xs">{t('tooFast')}</p>
}

function SignedOutNotice({ outbox, project }: Props) {
  const t = useTranslations('reviews.notices.signedOut')
  if (outbox.hindrance !== 'signed-out') return null
  return (
    <Notice
      tone="rejected"
      title={t('title')}
      actions={
        <Link
          href={`/sign-in?next=${encodeURIComponent(`/p/${project}/queue`)}` as never}
          className={buttonClasses({ size: 'sm' })}
        >
          {t('action')}
        </Link>
      }
    >
      {t('body', { count: outbox.unsent.length })}
    </Notice>
  )
}

function NoRoomNotice({ outbox }: Props) {
  const t = useTranslations('reviews.notices.noRoom')
  if (outbox.unsent.every((entry) => entry.stored)) return null
  return (
    <Notice tone="rejected" title={t('title')}>
      {t('body')}
    </Notice>
  )
}

/** The draft of a link, or of a refused decision, is not to be had. */
function UnavailableNotice({ desk, session }: Props) {
  const t = useTranslations('reviews')
  const why = useRefusalText()
  if (!desk.unavailable) return null
  return (
    <Notice
      title={t('linked.unavailable', { why: why(desk.unavailable) })}
      actions={
        <Button size="sm" variant="quiet" onClick={() => session.dismissUnavailable()}>
          {t('notices.dismiss')}
        </Button>
      }
    />
  )
}

function TroubleNotice({ desk, session }: Props) {
  const t = useTranslations('reviews')
  const { trouble, places } = desk
  if (!trouble || places.length === 0) return null
  const title =
    trouble.status === 0
      ? t('notices.leaseTrouble.offline')
      : t('notices.leaseTrouble.other', { message: trouble.message })
  return (
    <Notice
      title={title}
      actions={
        <Button size="sm" onClick={session.wake}>
          {t('bar.retry')}
        </Button>
      }
    />
  )
}
