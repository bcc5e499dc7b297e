'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { Activity, lazy, type Ref, Suspense, useEffect, useRef, useState } from 'react'
import { CorpusLabels } from '@/components/corpora/label-book'
import { Announcement } from '@/components/reviews/announcement'
import type { ColumnWidths } from '@/components/reviews/column-widths'
import { DecisionBar } from '@/components/reviews/decision-bar'
import { evidenceQuery, hasEvidence, openingOrdinals, useSentences } from '@/components/reviews/desk.query'
import { DeskColumns } from '@/components/reviews/desk-columns'
import { DeskNotices } from '@/components/reviews/desk-notices'
import type { DeskSession } from '@/components/reviews/desk-session'
import { DeskSkeleton } from '@/components/reviews/desk-skeleton'
import { progressOf } from '@/components/reviews/desk-state'
import { DraftPlace } from '@/components/reviews/draft-place'
import { focusOnTheDesk } from '@/components/reviews/focus-on-the-desk'
import { WarmUpLines } from '@/components/reviews/gold/warm-up-lines'
import { useDeskKeys } from '@/components/reviews/keys/keys.query'
import type { PlaceHandle } from '@/components/reviews/place-props'
import type { SessionView } from '@/components/reviews/session-ports'
import { useDeskSession } from '@/components/reviews/use-desk-session'
import { useScreenKeys } from '@/components/ui/screen-keys'
import type { Role } from '@/lib/projects/model'
import type { DeskItem } from '@/lib/reviews/schema'

const DeskEmpty = lazy(() => import('@/components/reviews/desk-empty'))

type Props = {
  project: string
  person: string
  role: Role
  /** The draft of a link from a list. */
  versionId?: string
  widths: ColumnWidths
}

/** How many drafts behind the one on the screen are already drawn, so that the next is only shown. */
const DRAWN_AHEAD = 1

export function ReviewDesk({ project, person, role, versionId, widths }: Props) {
  const t = useTranslations('reviews.desk.announce')
  const { session, desk, outbox } = useDeskSession(project, person, versionId)
  const place = useRef<PlaceHandle>(null)
  const [remark, setRemark] = useState<{ text: string }>()
  const onDesk = desk.places[0]?.version.id
  const progress = progressOf(desk, outbox.unsent.length)
  const say = () => setRemark({ text: t('unchanged') })
  useEffect(() => {
    if (onDesk) focusOnTheDesk()
  }, [onDesk])
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <Announcement desk={desk} progress={progress} remark={remark} />
      {desk.places.length > 0 && desk.warmUps.length > 0 && <WarmUpLines desk={desk} />}
      {desk.phase === 'open' && desk.places.length === 0 ? (
        <NothingOnTheDesk session={session} desk={desk} outbox={outbox} project={project} role={role} />
      ) : (
        <DeskColumns initial={widths}>
          {desk.phase === 'opening' && <DeskSkeleton />}
          {desk.places.slice(0, 1 + DRAWN_AHEAD).map((item, index) => (
            <Place
              key={item.version.id}
              ref={index === 0 ? place : undefined}
              item={item}
              active={index === 0}
              progress={index === 0 ? progress : { at: progress.at + index, of: progress.of }}
              {...{ project, person, session, desk, say }}
            />
          ))}
        </DeskColumns>
      )}
      <DeskNotices {...{ session, desk, outbox, project, person }} />
      <DecisionBar
        session={session}
        person={person}
        desk={desk}
        outbox={outbox}
        onApprove={() => place.current?.approve()}
        onEdit={() => place.current?.edit()}
        onSave={() => place.current?.save()}
      />
    </div>
  )
}

type PlaceProps = Pick<Props, 'project' | 'person'> &
  Pick<SessionView, 'desk'> & {
    ref?: Ref<PlaceHandle>
    session: DeskSession
    item: DeskItem
    active: boolean
    progress: { at: number; of: number }
    say: () => void
  }

/** The draft on the screen, or the next one: drawn out of sight as soon as all that it shows is here. */
function Place({ ref, desk, item, active, ...rest }: PlaceProps) {
  const { data: evidence } = useQuery(evidenceQuery(rest.project, item.version))
  const opening = openingOrdinals(item.version, evidence)
  const { sentences } = useSentences(rest.project, item.corpus?.id ?? '', opening)
  const ready =
    (evidence !== undefined || !hasEvidence(item.version)) &&
    opening.every((ordinal) => sentences.has(ordinal))
  if (!active && !ready) return null
  return (
    <Activity mode={active ? 'visible' : 'hidden'}>
      <CorpusLabels of={[item.corpus?.id ?? null]}>
        <DraftPlace
          ref={ref}
          item={item}
          mode={active ? desk.mode : 'reading'}
          lost={active && desk.lost === item.version.id}
          {...rest}
        />
      </CorpusLabels>
    </Activity>
  )
}

function NothingOnTheDesk(props: SessionView & { session: DeskSession; project: string; role: Role }) {
  const t = useTranslations('reviews.keys')
  const keyOf = useDeskKeys()
  useScreenKeys([{ keys: keyOf('undo'), label: t('undo'), run: () => props.session.undo() }])
  return (
    <div className="min-h-0 flex-1 overflow-y-auto">
      <Suspense>
        <DeskEmpty {...props} />
      </Suspense>
    </div>
  )
}
