'use client'

import { lazy, Suspense, useRef } from 'react'
import { FoundText } from '@/components/reviews/found-text'
import { PairSource } from '@/components/reviews/pair-source'
import { PairText } from '@/components/reviews/pair-text'
import { pairTypist } from '@/components/reviews/pair-typist'
import { PlaceFrame } from '@/components/reviews/place-frame'
import type { PlaceProps } from '@/components/reviews/place-props'
import { usePlaceEditing } from '@/components/reviews/use-place-editing'
import { useReadingKeys } from '@/components/reviews/use-reading-keys'
import { useTyping } from '@/components/reviews/use-typing'

const PairForm = lazy(() => import('@/components/reviews/pair-form'))

/** A question with its answer, beside the part of the syllabus that it was asked about. */
export function PairPlace(props: PlaceProps<'pair'>) {
  const { item, mode, lost, session, project } = props
  const { version } = item
  const article = useRef<HTMLElement>(null)
  const typing = useTyping(version, props.person, pairTypist)
  const editing = mode === 'editing'
  const deeds = usePlaceEditing<'pair'>({ ...props, typing, article })
  const scroll = (by: number) => () =>
    article.current?.parentElement?.scrollBy({ top: by * 160, behavior: 'instant' })
  useReadingKeys({ mode, lost, session, next: scroll(1), previous: scroll(-1), ...deeds })
  return (
    <PlaceFrame
      ref={article}
      item={item}
      progress={props.progress}
      evidence={<PairSource project={project} version={version} />}
    >
      {typing.found && !editing && <FoundText typing={typing} onResume={deeds.edit} />}
      {editing ? (
        <Suspense>
          <PairForm typing={typing} lang={version.content.language} />
        </Suspense>
      ) : (
        <PairText content={version.content} />
      )}
    </PlaceFrame>
  )
}
