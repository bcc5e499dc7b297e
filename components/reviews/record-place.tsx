'use client'

import { useImperativeHandle, useRef } from 'react'
import { PlaceFrame } from '@/components/reviews/place-frame'
import type { PlaceProps } from '@/components/reviews/place-props'
import { RecordSource } from '@/components/reviews/record-source'
import { RecordText } from '@/components/reviews/record-text'
import { useReadingKeys } from '@/components/reviews/use-reading-keys'

const noop = () => {}

/** A composed record of a run's sample, beside the gold of its instance and the texts that it shows. Nobody edits it. */
export function RecordPlace({ ref, item, project, progress, mode, lost, session }: PlaceProps<'record'>) {
  const article = useRef<HTMLElement>(null)
  const approve = () => session.decide({ verdict: 'approve' })
  useImperativeHandle(ref, () => ({ edit: noop, save: noop, approve }))
  const scroll = (by: number) => () =>
    article.current?.parentElement?.scrollBy({ top: by * 160, behavior: 'instant' })
  useReadingKeys({
    ...{ mode, lost, session, approve },
    next: scroll(1),
    previous: scroll(-1),
    save: noop,
    leave: () => session.setMode('reading'),
  })
  const { content } = item.version
  return (
    <PlaceFrame
      ref={article}
      item={item}
      progress={progress}
      evidence={<RecordSource project={project} version={item.version} />}
    >
      <RecordText content={content} />
    </PlaceFrame>
  )
}
