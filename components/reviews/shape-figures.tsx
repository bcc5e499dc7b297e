'use client'

import { useTranslations } from 'next-intl'
import { Figure, FigureList } from '@/components/reviews/figure-list'
import type { GuidelineEvidence } from '@/lib/artifacts/kinds/guideline/evidence'

/** What the mentions look like: in capitals, with digits, in quotes. */
export function ShapeFigures({ evidence: { shapes } }: { evidence: GuidelineEvidence }) {
  const t = useTranslations('reviews.evidence')
  if (shapes.length === 0) return null
  return (
    <FigureList title={t('shapesTitle')}>
      {shapes.map(({ shape, count, refs }) => (
        <Figure key={shape} id={`shape/${shape}`} title={t(`shapes.${shape}`)} count={count} refs={refs} />
      ))}
    </FigureList>
  )
}
