'use client'

import { CircleCheck, Inbox, SkipForward, Users } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { DeskSession } from '@/components/reviews/desk-session'
import { emptinessOf } from '@/components/reviews/emptiness'
import { WarmUpEmpty } from '@/components/reviews/gold/warm-up-empty'
import { isHeldUp } from '@/components/reviews/gold/warm-up-lines'
import type { SessionView } from '@/components/reviews/session-ports'
import { Button, buttonClasses } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { ErrorState } from '@/components/ui/error-state'
import { CallError } from '@/lib/platform/call-endpoint'
import { type Role, roleAllows } from '@/lib/projects/model'

type Props = SessionView & { session: DeskSession; project: string; role: Role }

/** Why there is nothing to decide, and the one thing to do about it. */
export default function DeskEmpty({ desk, outbox, session, project, role }: Props) {
  const t = useTranslations('reviews.empty')
  if (desk.trouble) {
    const { status, ...body } = desk.trouble
    return <ErrorState error={new CallError(status, body)} retry={session.wake} />
  }
  const why = emptinessOf(desk.counts)
  const heldUp = desk.warmUps.filter(isHeldUp)
  if (heldUp.length > 0 && why !== 'skipped')
    return <WarmUpEmpty warmUps={heldUp} look={() => void session.fill({ again: true })} />
  const counts = desk.counts ?? { heldByOthers: 0, decidedByMe: 0, skippedByMe: 0 }
  const saving = outbox.unsent.length > 0 && t('saving', { count: outbox.unsent.length })
  const lookAgain = (words: string) => (
    <Button onClick={() => void session.fill({ again: true })}>{words}</Button>
  )
  switch (why) {
    case 'skipped':
      return (
        <EmptyState
          icon={SkipForward}
          title={t('skipped.title')}
          action={
            <Button variant="primary" onClick={() => void session.bringBackSkipped()}>
              {t('skipped.action', { count: counts.skippedByMe })}
            </Button>
          }
        >
          {t('skipped.body', { count: counts.skippedByMe })} {saving}
        </EmptyState>
      )
    case 'others':
      return (
        <EmptyState icon={Users} title={t('others.title')} action={lookAgain(t('others.action'))}>
          {t('others.body', { count: counts.heldByOthers })} {saving}
        </EmptyState>
      )
    case 'done':
      return (
        <EmptyState
          icon={CircleCheck}
          title={t('done.title')}
          action={<Place href={`/p/${project}/library`}>{t('done.action')}</Place>}
        >
          {t('done.body', { count: counts.decidedByMe })} {saving}
        </EmptyState>
      )
    case 'nothing': {
      const lead = roleAllows(role, 'lead')
      return (
        <EmptyState
          icon={Inbox}
          title={t('nothing.title')}
          action={
            lead ? (
              <Place href={`/p/${project}/corpora`}>{t('nothing.action')}</Place>
            ) : (
              lookAgain(t('nothing.look'))
            )
          }
        >
          {t(lead ? 'nothing.lead' : 'nothing.annotator')} {saving}
        </EmptyState>
      )
    }
  }
}

function Place({ href, children }: { href: string; children: string }) {
  return (
    <Link href={href as never} className={buttonClasses({ variant: 'primary' })}>
      {children}
    </Link>
  )
}
