'use client'

import { useImperativeHandle, useRef } from 'react'
import { NodeText } from '@/components/reviews/node-text'
import { PlaceFrame } from '@/components/reviews/place-frame'
import type { PlaceProps } from '@/components/reviews/place-props'
import { useReadingKeys } from '@/components/reviews/use-reading-keys'
import { NodeSurroundings } from '@/components/taxonomy/node-surroundings'

const noop = () => {}

/** A node of the taxonomy beside what stands around it. It is renamed, moved and merged on its tree. */
export function NodePlace({ ref, item, project, progress, mode, lost, session }: PlaceProps<'node'>) {
  const article = useRef<HTMLElement>(null)
  const approve = () => session.decide({ verdict: 'approve' })
  useImperativeHandle(ref, () => ({ edit: noop, save: noop, approve }))
  useReadingKeys({
    ...{ mode, lost, session, approve },
    ...{ next: noop, previous: noop, save: noop },
    leave: () => session.setMode('reading'),
  })
  const { content, artifactId } = item.version
  return (
    <PlaceFrame
      ref={article}
      item={item}
      progress={progress}
      evidence={<NodeSurroundings project={project} node={artifactId} />}
    >
      <NodeText content={content} />
    </PlaceFrame>
  )
}
