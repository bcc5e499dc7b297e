'use client'

import { useTranslations } from 'next-intl'
import { Figure, FigureButton, FigureList } from '@/components/reviews/figure-list'
import { useNameOf } from '@/components/ui/label-hue'
import type { GuidelineEvidence } from '@/lib/artifacts/kinds/guideline/evidence'
import { scriptOf } from '@/lib/tasks/model'

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
      <Lengths evidence={evidence} />
      {evidence.heads.length > 0 && (
        <FigureList title={t('heads')}>
          {evidence.heads.map(({ word, count, refs }) => (
            <Figure key={word} id={`head/${word}`} title={t('headRow', { word })} count={count} refs={refs} />
          ))}
        </FigureList>
      )}
      {evidence.shapes.length > 0 && (
        <FigureList title={t('shapesTitle')}>
          {evidence.shapes.map(({ shape, count, refs }) => (
            <Figure
              key={shape}
              id={`shape/${shape}`}
              title={t(`shapes.${shape}`)}
              count={count}
              refs={refs}
            />
          ))}
        </FigureList>
      )}
    </div>
  )
}

function Lengths({ evidence }: { evidence: GuidelineEvidence }) {
  const t = useTranslations('reviews.evidence')
  const unit = scriptOf(evidence.language) === 'unspaced' ? 'characters' : 'words'
  const most = Math.max(1, ...evidence.lengths.map(({ count }) => count))
  const title = t('lengths', { unit })
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
