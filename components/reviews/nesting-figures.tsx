'use client'

import { useTranslations } from 'next-intl'
import { Figure, FigureList } from '@/components/reviews/figure-list'
import { LengthFigures } from '@/components/reviews/length-figures'
import { ShapeFigures } from '@/components/reviews/shape-figures'
import { useNameOf } from '@/components/ui/label-hue'
import type { GuidelineEvidence } from '@/lib/artifacts/kinds/guideline/evidence'

/** Spans of other labels that touch the mentions, how long they are, and what they look like. */
export function NestingFigures({ evidence }: { evidence: GuidelineEvidence }) {
  const t = useTranslations('reviews.evidence')
  const nameOf = useNameOf()
  return (
    <div className="flex flex-col gap-2">
      {evidence.nesting.length > 0 && (
        <FigureList title={t('nestingRows')}>
          {evidence.nesting.map(({ label, relation, count, refs }) => (
            <Figure
              key={`${relation}/${label}`}
              id={`nesting/${relation}/${label}`}
              title={t(`relation.${relation}`, { label: nameOf(label) })}
              count={count}
              refs={refs}
            />
          ))}
        </FigureList>
      )}
      {evidence.covered.length > 0 && (
        <FigureList title={t('covered')}>
          {evidence.covered.map(({ label, count, refs }) => (
            <Figure
              key={label}
              id={`covered/${label}`}
              title={t('relation.within', { label: nameOf(label) })}
              count={count}
              refs={refs}
            />
          ))}
        </FigureList>
      )}
      <LengthFigures evidence={evidence} />
      {evidence.heads.length > 0 && (
        <FigureList title={t('heads')}>
          {evidence.heads.map(({ word, count, refs }) => (
            <Figure key={word} id={`head/${word}`} title={t('headRow', { word })} count={count} refs={refs} />
          ))}
        </FigureList>
      )}
      <ShapeFigures evidence={evidence} />
    </div>
  )
}
