'use client'

import { lazy, Suspense, useRef, useState } from 'react'
import { FormatText } from '@/components/reviews/format-text'
import { FormatTrial } from '@/components/reviews/format-trial'
import { formatTypist } from '@/components/reviews/format-typist'
import { FoundText } from '@/components/reviews/found-text'
import { PlaceFrame } from '@/components/reviews/place-frame'
import type { PlaceProps } from '@/components/reviews/place-props'
import { usePlaceEditing } from '@/components/reviews/use-place-editing'
import { useReadingKeys } from '@/components/reviews/use-reading-keys'
import { useTyping } from '@/components/reviews/use-typing'

const FormatForm = lazy(() => import('@/components/reviews/format-form'))

/** A format variant: what it is and how it is asked for, beside real answers in it. */
export function FormatPlace(props: PlaceProps<'format'>) {
  const { item, mode, lost, session, project } = props
  const article = useRef<HTMLElement>(null)
  const [seed, setSeed] = useState(0)
  const typing = useTyping(item.version, props.person, formatTypist)
  const editing = mode === 'editing'
  const deeds = usePlaceEditing<'format'>({ ...props, typing, article })
  useReadingKeys({
    mode,
    lost,
    session,
    next: () => setSeed(seed + 1),
    previous: () => setSeed(Math.max(0, seed - 1)),
    ...deeds,
  })
  const shown = editing ? { ...item.version.content, ...typing.typed } : item.version.content
  return (
    <PlaceFrame
      ref={article}
      item={item}
      progress={props.progress}
      evidence={
        <FormatTrial
          project={project}
          version={item.version}
          shown={shown}
          seed={seed}
          onOthers={() => setSeed(seed + 1)}
        />
      }
    >
      {typing.found && !editing && <FoundText typing={typing} onResume={deeds.edit} />}
      {editing ? (
        <Suspense>
          <FormatForm project={project} content={item.version.content} typing={typing} />
        </Suspense>
      ) : (
        <FormatText content={item.version.content} />
      )}
    </PlaceFrame>
  )
}
