'use client'

import { Check, CloudOff, Users } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import type { DeskSession } from '@/components/reviews/desk-session'
import type { SessionView } from '@/components/reviews/session-ports'

/** Whether the server has what was decided, and how long this draft has been on the desk. */
export function OutboxStatus({ session, desk, outbox }: SessionView & { session: DeskSession }) {
  const now = useSeconds()
  return (
    <div className="ml-auto flex shrink-0 items-center gap-3 whitespace-nowrap pl-3 text-muted text-xs max-lg:w-full max-lg:justify-center max-lg:px-2 max-lg:pb-1">
      <Others names={desk.counts?.others ?? []} />
      <Sending session={session} outbox={outbox} takingBack={desk.takingBack} now={now} />
      {desk.places.length > 0 && <Elapsed ms={now === null ? 0 : session.elapsed()} />}
    </div>
  )
}

/** Who else is at the desk: nobody gets their drafts meanwhile. */
function Others({ names }: { names: readonly string[] }) {
  const t = useTranslations('reviews.bar')
  const format = useFormatter()
  if (names.length === 0) return null
  const who =
    names.length > 2 ? t('others', { count: names.length }) : t('with', { names: format.list(names) })
  return (
    <span
      className="inline-flex max-w-64 items-center gap-1 max-lg:hidden"
      title={format.list(names)}
      data-others={names.length}
    >
      <Users className="size-3.5 shrink-0" aria-hidden />
      <span className="truncate">{who}</span>
    </span>
  )
}

type SendingProps = Pick<SessionView, 'outbox'> & {
  session: DeskSession
  takingBack: boolean
  now: number | null
}

function Sending({ session, outbox, takingBack, now }: SendingProps) {
  const t = useTranslations('reviews.bar')
  const { unsent, hindrance, retryAt, savedAt } = outbox
  if (unsent.length === 0 && savedAt === null) return null
  if (unsent.length === 0)
    return (
      <span className="inline-flex items-center gap-1 text-approved" data-saved>
        {t('saved')}
        <Check className="size-3.5" aria-hidden />
      </span>
    )
  const seconds = Math.max(1, Math.ceil(((retryAt ?? 0) - (now ?? 0)) / 1000))
  return (
    <span className="inline-flex items-center gap-2 text-waiting" data-unsent={unsent.length}>
      {hindrance && <CloudOff className="size-3.5" aria-hidden />}
      {takingBack && unsent.length === 1 ? t('takingBack') : t('unsent', { count: unsent.length })}
      {hindrance && (
        <>
          <span>· {t(hindrance, { seconds: String(seconds) })}</span>
          <button type="button" className="rounded-xs underline underline-offset-2" onClick={session.wake}>
            {t('retry')}
          </button>
        </>
      )}
    </span>
  )
}

function Elapsed({ ms }: { ms: number }) {
  const t = useTranslations('reviews.bar')
  const seconds = Math.floor(ms / 1000)
  const text =
    seconds < 60
      ? t('seconds', { seconds: String(seconds) })
      : t('minutes', {
          minutes: String(Math.floor(seconds / 60)),
          seconds: String(seconds % 60).padStart(2, '0'),
        })
  return (
    <span
      role="timer"
      aria-live="off"
      aria-label={t('elapsed')}
      className="min-w-10 text-right max-lg:hidden"
    >
      {text}
    </span>
  )
}

/** A calm clock: once a second, and not while nobody looks. Null before the page has woken up. */
function useSeconds(): number | null {
  const [now, setNow] = useState<number | null>(null)
  useEffect(() => {
    const tick = () => document.visibilityState === 'visible' && setNow(Date.now())
    tick()
    const timer = setInterval(tick, 1000)
    return () => clearInterval(timer)
  }, [])
  return now
}
