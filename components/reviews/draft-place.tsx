'use client'

import { lazy, Suspense, useEffect } from 'react'
import { DeskSkeleton } from '@/components/reviews/desk-skeleton'
import { focusOnTheDesk } from '@/components/reviews/focus-on-the-desk'
import { GuidelinePlace } from '@/components/reviews/guideline-place'
import type { PlaceProps } from '@/components/reviews/place-props'
import type { DeskItem, DeskItemOf } from '@/lib/reviews/schema'

// A sitting has drafts of few kinds, mostly guidelines. The next draft is drawn out of sight, so its place is there when it comes.
const RulePlace = lazy(() =>
  import('@/components/reviews/rule-place').then(({ RulePlace }) => ({ default: RulePlace })),
)
const FormatPlace = lazy(() =>
  import('@/components/reviews/format-place').then(({ FormatPlace }) => ({ default: FormatPlace })),
)
const ApplicationPlace = lazy(() =>
  import('@/components/reviews/application-place').then(({ ApplicationPlace }) => ({
    default: ApplicationPlace,
  })),
)
const RecordPlace = lazy(() =>
  import('@/components/reviews/record-place').then(({ RecordPlace }) => ({ default: RecordPlace })),
)
const NodePlace = lazy(() =>
  import('@/components/reviews/node-place').then(({ NodePlace }) => ({ default: NodePlace })),
)

const SyllabusPlace = lazy(() =>
  import('@/components/reviews/syllabus-place').then(({ SyllabusPlace }) => ({ default: SyllabusPlace })),
)
const PairPlace = lazy(() =>
  import('@/components/reviews/pair-place').then(({ PairPlace }) => ({ default: PairPlace })),
)

type Props = Omit<PlaceProps, 'item'> & { item: DeskItem }

/** One draft with what belongs beside it. Each draft has its own, so that nothing of one shows beside another. */
export function DraftPlace({ item, ...rest }: Props) {
  if (item.version.kind === 'guideline')
    return <GuidelinePlace item={item as DeskItemOf<'guideline'>} {...rest} />
  return (
    <Suspense fallback={<DeskSkeleton />}>
      <PlaceOfKind item={item} {...rest} />
      <Arrived />
    </Suspense>
  )
}

function PlaceOfKind({ item, ...rest }: Props) {
  switch (item.version.kind) {
    case 'rule':
      return <RulePlace item={item as DeskItemOf<'rule'>} {...rest} />
    case 'format':
      return <FormatPlace item={item as DeskItemOf<'format'>} {...rest} />
    case 'pair':
      return <PairPlace item={item as DeskItemOf<'pair'>} {...rest} />
    case 'application':
      return <ApplicationPlace item={item as DeskItemOf<'application'>} {...rest} />
    case 'record':
      return <RecordPlace item={item as DeskItemOf<'record'>} {...rest} />
    case 'node':
      return <NodePlace item={item as DeskItemOf<'node'>} {...rest} />
    case 'syllabus':
      return <SyllabusPlace item={item as DeskItemOf<'syllabus'>} {...rest} />
  }
}

/** The focus that was meant for the draft waits until it is there. */
function Arrived() {
  useEffect(focusOnTheDesk, [])
  return null
}
