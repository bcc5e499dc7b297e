'use client'

import { lazy, Suspense, useRef, useState } from 'react'
import { markApplication, useApplicationMarks } from '@/components/reviews/application-marks'
import { FoundText } from '@/components/reviews/found-text'
import { PlaceFrame } from '@/components/reviews/place-frame'
import type { PlaceProps } from '@/components/reviews/place-props'
import { type ApplicationOrder, useApplications } from '@/components/reviews/rule.query'
import { RuleApplications } from '@/components/reviews/rule-applications'
import { RuleText } from '@/components/reviews/rule-text'
import { labelsOf, ruleTypist } from '@/components/reviews/rule-typist'
import { usePlaceEditing } from '@/components/reviews/use-place-editing'
import { useReadingKeys } from '@/components/reviews/use-reading-keys'
import { useTyping } from '@/components/reviews/use-typing'
import { withExceptions } from '@/components/reviews/with-exceptions'

const RuleForm = lazy(() => import('@/components/reviews/rule-form'))

/** How many applications are shown at first, and how many more each time. */
const SAMPLE = 20

/** A preference rule beside its applications, which the reviewer marks right or wrong one by one. */
export function RulePlace(props: PlaceProps<'rule'>) {
  const { item, mode, lost, session, project } = props
  const { version } = item
  const article = useRef<HTMLElement>(null)
  const typing = useTyping(version, props.person, ruleTypist)
  const editing = mode === 'editing'
  const [order, setOrder] = useState<ApplicationOrder>('random')
  const [draw, setDraw] = useState({ seed: 0, count: SAMPLE })
  const [current, setCurrent] = useState(-1)
  const [asking, setAsking] = useState<number | null>(null)
  const marked = { person: props.person, versionId: version.id }
  const marks = useApplicationMarks(marked)
  const { transform, scope } = typing.typed
  const rule = editing ? { transform, scope: { labels: labelsOf(scope) } } : undefined
  const applications = useApplications(project, version.id, { order, ...draw, rule })
  const items = applications.data?.items ?? []
  const at = items[current]

  function moveTo(next: number) {
    const index = Math.max(0, Math.min(items.length - 1, next))
    setCurrent(index)
    document
      .querySelector(`[data-application="${items[index]?.ordinal}"]`)
      ?.scrollIntoView({ block: 'nearest' })
  }
  function mark(ordinal: number, right: boolean) {
    const drawn = order === 'random'
    const known = marks.get(ordinal)
    if (right) {
      markApplication(marked, ordinal, known?.right ? null : { right, drawn })
      if (!known?.right) moveTo(items.findIndex((one) => one.ordinal === ordinal) + 1)
    } else {
      markApplication(marked, ordinal, {
        right,
        drawn,
        reason: known && !known.right ? known.reason : '',
      })
      setAsking(ordinal)
    }
  }
  function approve() {
    const unsaid = [...marks].find(([, one]) => !one.right && one.reason.trim() === '')
    if (unsaid) return setAsking(unsaid[0])
    const content = withExceptions(version.content, marks)
    if (content === version.content) session.decide({ verdict: 'approve' })
    else session.decide({ verdict: 'edit', content })
  }

  const deeds = usePlaceEditing<'rule'>({ ...props, typing, article, approve })
  useReadingKeys({
    mode,
    lost,
    session,
    next: () => moveTo(current + 1),
    previous: () => moveTo(current - 1),
    mark: {
      right: () => at && mark(at.ordinal, true),
      wrong: () => at && mark(at.ordinal, false),
    },
    samples: { random: () => choose('random'), hardest: () => choose('hardest') },
    ...deeds,
  })
  function choose(next: ApplicationOrder) {
    setOrder(next)
    setCurrent(-1)
  }

  return (
    <PlaceFrame
      ref={article}
      item={item}
      progress={props.progress}
      evidence={
        <RuleApplications
          project={project}
          corpus={item.corpus.id}
          person={props.person}
          version={version}
          applications={applications}
          order={order}
          onOrder={choose}
          current={current}
          onCurrent={setCurrent}
          marks={marks}
          onMark={mark}
          asking={asking}
          onReason={(ordinal, reason) =>
            markApplication(marked, ordinal, {
              right: false,
              reason,
              drawn: marks.get(ordinal)?.drawn ?? false,
            })
          }
          onReasonDone={() => setAsking(null)}
          onMore={() =>
            setDraw({
              seed: draw.seed + (items.length < draw.count ? 1 : 0),
              count: Math.min(50, draw.count + 10),
            })
          }
          onOthers={() => setDraw({ ...draw, seed: draw.seed + 1 })}
        />
      }
    >
      {typing.found && !editing && <FoundText typing={typing} onResume={deeds.edit} />}
      {editing ? (
        <Suspense>
          <RuleForm
            content={version.content}
            typing={typing}
            schema={applications.data?.parameterSchema ?? undefined}
            error={applications.error}
          />
        </Suspense>
      ) : (
        <RuleText project={project} version={version} views={applications.data?.views ?? []} />
      )}
    </PlaceFrame>
  )
}
