'use client'

import { lazy, Suspense, useRef, useState } from 'react'
import { FoundText } from '@/components/reviews/found-text'
import { PlaceFrame } from '@/components/reviews/place-frame'
import type { PlaceProps } from '@/components/reviews/place-props'
import { SyllabusText } from '@/components/reviews/syllabus-text'
import { markSession, syllabusTypist } from '@/components/reviews/syllabus-typist'
import { usePlaceEditing } from '@/components/reviews/use-place-editing'
import { useReadingKeys } from '@/components/reviews/use-reading-keys'
import { useTyping } from '@/components/reviews/use-typing'
import { WrittenSyllabus } from '@/components/reviews/written-syllabus'

const SyllabusForm = lazy(() => import('@/components/reviews/syllabus-form'))

/** A syllabus, read session by session beside what the model wrote: what is taken out is not in the text that is approved. */
export function SyllabusPlace(props: PlaceProps<'syllabus'>) {
  const { item, mode, lost, session, project } = props
  const { version } = item
  const article = useRef<HTMLElement>(null)
  const [current, setCurrent] = useState(-1)
  const typing = useTyping(version, props.person, syllabusTypist)
  const editing = mode === 'editing'
  const { sessions } = typing.typed
  const at = sessions[current]

  function moveTo(next: number) {
    const index = Math.max(0, Math.min(sessions.length - 1, next))
    setCurrent(index)
    article.current
      ?.querySelector(`[data-session="${sessions[index]?.id}"]`)
      ?.scrollIntoView({ block: 'nearest' })
  }
  function mark(id: number, as: 'right' | 'out') {
    if (lost) return
    typing.type({ sessions: markSession(sessions, id, as) })
    const index = sessions.findIndex((one) => one.id === id)
    if (sessions[index]?.mark !== as) moveTo(index + 1)
  }
  /** What stands on the screen is approved: the draft itself, or an edit without what was taken out. */
  function approve() {
    const saving = typing.save()
    if (saving.kind === 'unchanged') session.decide({ verdict: 'approve' })
    if (saving.kind === 'content')
      session.decide({ verdict: 'edit', content: saving.content }, saving.comment)
  }

  const deeds = usePlaceEditing<'syllabus'>({ ...props, typing, article, approve })
  useReadingKeys({
    ...{ mode, lost, session, ...deeds },
    next: () => moveTo(current + 1),
    previous: () => moveTo(current - 1),
    mark: {
      right: () => at && mark(at.id, 'right'),
      wrong: () => at && mark(at.id, 'out'),
      isSession: true,
    },
  })
  const shown = syllabusTypist.contentOf(typing.typed, version.content)
  return (
    <PlaceFrame
      ref={article}
      item={item}
      progress={props.progress}
      evidence={<WrittenSyllabus project={project} version={version} shown={shown} />}
    >
      {typing.found && typing.keptAt === null && !editing && (
        <FoundText typing={typing as never} onResume={typing.resume} />
      )}
      {editing ? (
        <Suspense>
          <SyllabusForm typing={typing} />
        </Suspense>
      ) : (
        <SyllabusText
          {...{ typing, content: version.content }}
          current={at?.id ?? null}
          onMark={lost ? undefined : mark}
        />
      )}
    </PlaceFrame>
  )
}
