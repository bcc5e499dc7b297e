'use client'

import { useTranslations } from 'next-intl'
import { Figure, FigureList } from '@/components/reviews/figure-list'
import { LabelTag, useNameOf } from '@/components/ui/label-hue'
import { companionKinds, type GuidelineEvidence } from '@/lib/artifacts/kinds/guideline/evidence'

/** What else the same ends carry, or the same text. */
export function CompanionFigures({ evidence }: { evidence: GuidelineEvidence }) {
  const t = useTranslations('reviews.evidence')
  const nameOf = useNameOf()
  return (
    <div className="flex flex-col gap-2">
      {companionKinds.map((kind) => {
        const found = evidence.companions.filter((one) => one.kind === kind)
        return (
          found.length > 0 && (
            <FigureList key={kind} title={t(`companions.${kind}`)}>
              {found.map(({ label, count, refs }) => (
                <Figure
                  key={label}
                  id={`companion/${kind}/${label}`}
                  title={`${t(`companions.${kind}`)}: ${nameOf(label)}`}
                  count={count}
                  refs={refs}
                >
                  <LabelTag label={label} />
                </Figure>
              ))}
            </FigureList>
          )
        )
      })}
    </div>
  )
}
