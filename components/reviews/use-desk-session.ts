'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { homeKey } from '@/components/projects/projects.query'
import { forgetMarks, marksOf, sampleOf } from '@/components/reviews/application-marks'
import { prefetchDraft } from '@/components/reviews/desk.query'
import { DeskSession } from '@/components/reviews/desk-session'
import { BEAT_EVERY_MS, Heartbeat } from '@/components/reviews/heartbeat'
import { KeptTexts } from '@/components/reviews/kept-text'
import { type Deed, failureOf } from '@/components/reviews/outbox-entry'
import { OutboxStorage } from '@/components/reviews/outbox-storage'
import {
  type LeaseAnswer,
  type LeaseAsk,
  type RenewAnswer,
  type SessionView,
  unopenedView,
} from '@/components/reviews/session-ports'
import { typedFrom } from '@/components/reviews/typed-from'
import { CallError, callEndpoint } from '@/lib/platform/call-endpoint'
import type { Home } from '@/lib/projects/schema'
import {
  decideDraftEndpoint,
  leaseDraftsEndpoint,
  readQueueEndpoint,
  releaseLeasesEndpoint,
  renewLeasesEndpoint,
  undoDecisionEndpoint,
} from '@/lib/reviews/schema'

type Sessions = Map<string, DeskSession>
/** A session outlives its page: what is unsent goes on being sent while the person looks at another screen. */
const sessions: Sessions = new Map()

const leaving = new Map<DeskSession, ReturnType<typeof setTimeout>>()

const LOOK_EVERY_MS = 15_000
/** A click on a link and back again should not cost the drafts. */
const LEAVE_AFTER_MS = 20_000

export function useDeskSession(
  project: string,
  person: string,
  versionId?: string,
): { session: DeskSession } & SessionView {
  const client = useQueryClient()
  const [session] = useState(() => {
    const key = `${person}.${project}`
    const found = sessions.get(key)
    if (found) return found
    const made = makeSession(project, person, (item) => void prefetchDraft(client, project, item))
    if (typeof window !== 'undefined') sessions.set(key, made)
    return made
  })
  const view = useSyncExternalStore(session.subscribe, session.snapshot, () => unopenedView)
  useEffect(() => {
    void session.open(versionId)
  }, [session, versionId])
  useEffect(() => keepAwake(session), [session])
  const waiting = view.desk.counts?.waiting
  useEffect(() => {
    if (waiting === undefined) return
    const withWaiting = (home: Home | undefined) => home && { ...home, drafts: { ...home.drafts, waiting } }
    client.setQueryData(homeKey(project), withWaiting) // the navigation's count follows without asking
  }, [client, project, waiting])
  useEffect(() => {
    clearTimeout(leaving.get(session))
    return () => {
      const close = () => void session.close()
      leaving.set(session, setTimeout(close, LEAVE_AFTER_MS))
    }
  }, [session])
  return { session, ...view }
}

function makeSession(
  project: string,
  person: string,
  prefetch: (item: Parameters<typeof prefetchDraft>[2]) => void,
) {
  const storage = typeof window === 'undefined' ? nothingKept : window.localStorage
  const texts = new KeptTexts(storage, person)
  const lines = new KeptTexts(storage, person, 'line')
  for (const what of ['text', 'marks', 'line'] as const)
    new KeptTexts(storage, person, what).sweep(Date.now())
  const prefetched = new Set<string>()
  return new DeskSession({
    storage: new OutboxStorage(storage, `${person}.${project}`),
    send: (deed) => afterPaint().then(() => send(project, deed)),
    lease: (ask) => afterPaint().then(() => lease(project, ask)),
    renew: () => renew(project),
    release: () => callEndpoint(releaseLeasesEndpoint, { params: { project } }).then(noop, noop),
    now: Date.now,
    after: (ms, then) => {
      const timer = setTimeout(then, ms)
      return () => clearTimeout(timer)
    },
    prefetch: (item) => {
      if (prefetched.has(item.version.id)) return
      prefetched.add(item.version.id)
      prefetch(item)
    },
    keepText: (versionId, of, comment) =>
      texts.keep(versionId, { typed: typedFrom(of), comment, at: Date.now() }),
    forgetText: (versionId) => texts.forget(versionId),
    forgetMarks: (versionId) => {
      forgetMarks({ person, versionId })
      lines.forget(versionId)
    },
    sampleOf: (versionId) => sampleOf(marksOf({ person, versionId })),
  })
}

/** The next draft is painted first. A page out of sight paints nothing, so a timer stands by. */
function afterPaint(): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, 60)
    requestAnimationFrame(() => {
      clearTimeout(timer)
      setTimeout(resolve)
    })
  })
}

async function send(project: string, deed: Deed) {
  const params = { project }
  if (navigator.onLine === false) return { retry: 'offline' as const }
  try {
    if (deed.kind === 'decide')
      return { answer: await callEndpoint(decideDraftEndpoint, { params, body: deed.body }) }
    const body = { requestKey: deed.requestKey, decisionId: deed.decisionId ?? undefined }
    return { answer: await callEndpoint(undoDecisionEndpoint, { params, body }) }
  } catch (error) {
    return failureOf(error instanceof CallError ? error : null)
  }
}

async function lease(project: string, ask: LeaseAsk): Promise<LeaseAnswer> {
  try {
    return await callEndpoint(leaseDraftsEndpoint, { params: { project }, body: ask })
  } catch (error) {
    if (!(error instanceof CallError)) throw error
    return { refuse: { status: error.status, ...error.body } }
  }
}

async function renew(project: string): Promise<RenewAnswer> {
  const params = { project }
  try {
    const [{ leases }, counts] = await Promise.all([
      callEndpoint(renewLeasesEndpoint, { params }),
      callEndpoint(readQueueEndpoint, { params }),
    ])
    return { held: leases.map(({ versionId }) => versionId), counts }
  } catch (error) {
    if (!(error instanceof CallError)) throw error
    return { refuse: { status: error.status, ...error.body } }
  }
}

/** Reading is scrolling as well; and who only looks moves the mouse once in a quarter of an hour. */
const SIGNS = ['keydown', 'pointerdown', 'pointermove', 'wheel', 'touchmove'] as const

/** While the desk is open: renew what is held as long as somebody works, wake up with the connection, warn before losing. */
function keepAwake(session: DeskSession): () => void {
  const heart = new Heartbeat({ now: Date.now, beat: () => void session.renew() })
  const sign = () => heart.sign()
  const look = () => (document.visibilityState === 'visible' ? heart.show() : heart.hide())
  const warn = (event: BeforeUnloadEvent) => {
    if (session.snapshot().outbox.unsent.length > 0) event.preventDefault()
  }
  const lookForMore = () => {
    const { phase, places } = session.snapshot().desk
    if (phase === 'open' && places.length === 0 && document.visibilityState === 'visible')
      void session.renew()
  }
  const timers = [setInterval(() => heart.tick(), BEAT_EVERY_MS), setInterval(lookForMore, LOOK_EVERY_MS)]
  for (const kind of SIGNS) window.addEventListener(kind, sign, { passive: true })
  window.addEventListener('online', session.wake)
  window.addEventListener('beforeunload', warn)
  document.addEventListener('visibilitychange', look)
  return () => {
    for (const timer of timers) clearInterval(timer)
    for (const kind of SIGNS) window.removeEventListener(kind, sign)
    window.removeEventListener('online', session.wake)
    window.removeEventListener('beforeunload', warn)
    document.removeEventListener('visibilitychange', look)
  }
}

const noop = () => {}

const nothingKept = {
  length: 0,
  key: () => null,
  getItem: () => null,
  setItem: () => {},
  removeItem: () => {},
}
