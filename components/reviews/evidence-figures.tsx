'use client'

import { useTranslations } from 'next-intl'
import { BoundaryFigures } from '@/components/reviews/boundary-figures'
import { RivalFigures, TextFigures } from '@/components/reviews/class-figures'
import { CompanionFigures } from '@/components/reviews/companion-figures'
import { type EvidenceTab, figureCount } from '@/components/reviews/evidence-tab'
import { Figure, FigureButton, FigureList } from '@/components/reviews/figure-list'
import { NestingFigures } from '@/components/reviews/nesting-figures'
import { BetweenFigures, EndFigures } from '@/components/reviews/relation-figures'
import { RoleFigures } from '@/components/reviews/role-figures'
import { WordFigures } from '@/components/reviews/word-figures'
import { LabelTag, useNameOf } from '@/components/ui/label-hue'
import type { GuidelineEvidence } from '@/lib/artifacts/kinds/guideline/evidence'

export function EvidenceFigures({ evidence, tab }: { evidence: GuidelineEvidence; tab: EvidenceTab }) {
  const t = useTranslations('reviews.evidence')
  if (figureCount(evidence, tab) === 0) return <p className="text-muted">{t(`nothing.${tab}`)}</p>
  switch (tab) {
    case 'frequent':
    case 'pairs':
      return <FrequentFigures evidence={evidence} />
    case 'ambiguous':
      return <AmbiguousFigures evidence={evidence} />
    case 'boundary':
      return <BoundaryFigures evidence={evidence} />
    case 'nesting':
      return <NestingFigures evidence={evidence} />
    case 'unlabelled':
      return <UnlabelledFigures evidence={evidence} />
    case 'ends':
      return <EndFigures evidence={evidence} />
    case 'between':
      return <BetweenFigures evidence={evidence} />
    case 'companions':
      return <CompanionFigures evidence={evidence} />
    case 'roles':
    case 'properties':
      return <RoleFigures evidence={evidence} />
    case 'words':
      return <WordFigures evidence={evidence} title={t('standOut')} />
    case 'rivals':
      return <RivalFigures evidence={evidence} />
    case 'texts':
      return <TextFigures evidence={evidence} />
  }
}

type Props = { evidence: GuidelineEvidence }

function FrequentFigures({ evidence }: Props) {
  return (
    <FigureList>
      {evidence.frequent.map(({ mention, count, refs }) => (
        <Figure key={mention} id={`mention/${mention}`} title={mention} count={count} refs={refs} />
      ))}
    </FigureList>
  )
}

/** The mentions in conflict: a row for each, with every label it carries and how often. */
function AmbiguousFigures({ evidence }: Props) {
  const t = useTranslations('reviews.evidence')
  const nameOf = useNameOf()
  return (
    <ul className="flex flex-col">
      {evidence.ambiguous.map(({ mention, labels }) => (
        <li key={mention} className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5 py-0.5">
          <span className="min-w-24">{mention}</span>
          {labels.map(({ label, count, refs }) => (
            <FigureButton
              key={label}
              id={`ambiguous/${mention}/${label}`}
              title={t('showing.labelled', { mention, label: nameOf(label) })}
              count={count}
              refs={refs}
            >
              <LabelTag label={label} />
            </FigureButton>
          ))}
        </li>
      ))}
    </ul>
  )
}

function UnlabelledFigures({ evidence }: Props) {
  const t = useTranslations('reviews.evidence')
  return (
    <FigureList>
      {evidence.unlabelled.map(({ mention, labelled, count, refs }) => (
        <Figure
          key={mention}
          id={`unlabelled/${mention}`}
          title={t('showing.without', { mention })}
          count={count}
          refs={refs}
          aside={`/ ${labelled + count}`}
        >
          {mention}
        </Figure>
      ))}
    </FigureList>
  )
}
