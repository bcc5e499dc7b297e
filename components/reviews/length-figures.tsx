'use client'

import { useTranslations } from 'next-intl'
import { FigureButton } from '@/components/reviews/figure-list'
import type { GuidelineEvidence } from '@/lib/artifacts/kinds/guideline/evidence'
import { scriptOf } from '@/lib/tasks/model'

/** How long the items are; of relations, how far their ends stand apart. */
export function LengthFigures(props: { evidence: GuidelineEvidence; title?: string }) {
  const { evidence } = props
  const t = useTranslations('reviews.evidence')
  const unit = scriptOf(evidence.language) === 'unspaced' ? 'characters' : 'words'
  const most = Math.max(1, ...evidence.lengths.map(({ count }) => count))
  const title = props.title ?? t('lengths', { unit })
  if (evidence.lengths.length === 0) return null
  return (
    <div className="flex flex-col gap-0.5">
      <h4 className="text-muted text-xs">{title}</h4>
      <ul className="grid grid-cols-[auto_1fr] items-center gap-x-2">
        {evidence.lengths.map(({ length, count, refs }) => (
          <li key={length} className="col-span-2 grid grid-cols-subgrid items-center">
            <FigureButton id={`length/${length}`} title={`${title}: ${length}`} count={count} refs={refs}>
              {length}
            </FigureButton>
            <span
              aria-hidden
              className="h-2 rounded-xs bg-line-strong/40"
              style={{ width: `${Math.max(1, (count / most) * 60)}%` }}
            />
          </li>
        ))}
      </ul>
    </div>
  )
}
