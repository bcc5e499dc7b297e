'use client'

import { useTranslations } from 'next-intl'
import { Figure, FigureList } from '@/components/reviews/figure-list'
import { LabelTag, useNameOf } from '@/components/ui/label-hue'
import type { GuidelineEvidence } from '@/lib/artifacts/kinds/guideline/evidence'

/** What stands at the borders of the mentions: outside before and after, and as first or last word inside. */
export function BoundaryFigures({ evidence }: { evidence: GuidelineEvidence }) {
  const t = useTranslations('reviews.evidence')
  return (
    <div className="flex flex-col gap-2">
      {(['before', 'after'] as const).map(
        (side) =>
          evidence[side].length > 0 && (
            <FigureList key={side} title={t(side)}>
              {evidence[side].map(({ token, count, refs }) => (
                <Figure
                  key={token}
                  id={`${side}/${token}`}
                  title={t(`showing.${side}`, { token })}
                  count={count}
                  refs={refs}
                >
                  {token}
                </Figure>
              ))}
            </FigureList>
          ),
      )}
      {evidence.inside.length > 0 && (
        <FigureList title={t('inside')}>
          {evidence.inside.map(({ token, place, count, outside, refs }) => (
            <Figure
              key={`${place}/${token}`}
              id={`inside/${place}/${token}`}
              title={t('insideRow', { place, token })}
              count={count}
              refs={refs}
              aside={t('outside', { count: outside })}
            />
          ))}
        </FigureList>
      )}
      {evidence.introducing.length > 0 && (
        <FigureList title={t('introducing')}>
          {evidence.introducing.map(({ words, count, refs }) => (
            <Figure
              key={words}
              id={`introducing/${words}`}
              title={t('showing.before', { token: words })}
              count={count}
              refs={refs}
            >
              {words}
            </Figure>
          ))}
        </FigureList>
      )}
      <Neighbours evidence={evidence} />
    </div>
  )
}

function Neighbours({ evidence }: { evidence: GuidelineEvidence }) {
  const t = useTranslations('reviews.evidence')
  const nameOf = useNameOf()
  if (evidence.neighbours.length === 0) return null
  return (
    <FigureList title={t('neighbours')}>
      {evidence.neighbours.map(({ label, place, between, count, refs }) => {
        const joined = between.trim() ? t('joined', { between }) : undefined
        return (
          <Figure
            key={`${label}/${place}/${between}`}
            id={`neighbour/${label}/${place}/${between}`}
            title={[t(`neighbour.${place}`, { label: nameOf(label) }), joined].filter(Boolean).join(' ')}
            count={count}
            refs={refs}
            aside={joined}
          >
            <NeighbourLabel place={place} label={label} />
          </Figure>
        )
      })}
    </FigureList>
  )
}

/** The mention is the dots: the label stands where it stands in the text. */
function NeighbourLabel({ place, label }: { place: 'before' | 'after'; label: string }) {
  return (
    <span className="inline-flex items-center gap-1">
      {place === 'after' && '…'}
      <LabelTag label={label} />
      {place === 'before' && '…'}
    </span>
  )
}
