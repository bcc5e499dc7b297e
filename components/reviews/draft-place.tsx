'use client'

import { ApplicationPlace } from '@/components/reviews/application-place'
import { FormatPlace } from '@/components/reviews/format-place'
import { GuidelinePlace } from '@/components/reviews/guideline-place'
import { NodePlace } from '@/components/reviews/node-place'
import { PairPlace } from '@/components/reviews/pair-place'
import type { PlaceProps } from '@/components/reviews/place-props'
import { RecordPlace } from '@/components/reviews/record-place'
import { RulePlace } from '@/components/reviews/rule-place'
import { SyllabusPlace } from '@/components/reviews/syllabus-place'
import type { DeskItem, DeskItemOf } from '@/lib/reviews/schema'

type Props = Omit<PlaceProps, 'item'> & { item: DeskItem }

/** One draft with what belongs beside it. Each draft has its own, so that nothing of one shows beside another. */
export function DraftPlace({ item, ...rest }: Props) {
  switch (item.version.kind) {
    case 'guideline':
      return <GuidelinePlace item={item as DeskItemOf<'guideline'>} {...rest} />
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
