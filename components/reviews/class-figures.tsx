'use client'

import { useTranslations } from 'next-intl'
import { Figure, FigureButton, FigureList } from '@/components/reviews/figure-list'
import { LengthFigures } from '@/components/reviews/length-figures'
import { ShapeFigures } from '@/components/reviews/shape-figures'
import { LabelTag, useNameOf } from '@/components/ui/label-hue'
import type { GuidelineEvidence } from '@/lib/artifacts/kinds/guideline/evidence'

type Props = { evidence: GuidelineEvidence }

/** Classes that lie close: texts whose words speak for another class, with the words that are that one's, and the other way round. */
export function RivalFigures({ evidence }: Props) {
  const t = useTranslations('reviews.evidence')
  const nameOf = useNameOf()
  return (
    <div className="flex flex-col gap-2">
      {evidence.taken.length > 0 && (
        <div className="flex flex-col gap-0.5">
          <h4 className="text-muted text-xs">{t('taken')}</h4>
          <ul className="-mx-1 flex flex-col">
            {evidence.taken.map(({ label, count, refs, words }) => (
              <li key={label} className="flex flex-wrap items-baseline gap-x-2 gap-y-0.5">
                <FigureButton
                  id={`taken/${label}`}
                  title={t('showing.taken', { label: nameOf(label) })}
                  count={count}
                  refs={refs}
                >
                  <LabelTag label={label} />
                </FigureButton>
                {words.slice(0, 4).map((one) => (
                  <FigureButton
                    key={one.word}
                    id={`taken/${label}/${one.word}`}
                    title={t('showing.theirWord', { word: one.word, label: nameOf(label) })}
                    count={one.count}
                    refs={one.refs}
                  >
                    {one.word}
                  </FigureButton>
                ))}
              </li>
            ))}
          </ul>
        </div>
      )}
      {evidence.takes.length > 0 && (
        <FigureList title={t('takes')}>
          {evidence.takes.map(({ label, count, refs }) => (
            <Figure
              key={label}
              id={`takes/${label}`}
              title={t('showing.takes', { label: nameOf(label) })}
              count={count}
              refs={refs}
            >
              <LabelTag label={label} />
            </Figure>
          ))}
        </FigureList>
      )}
    </div>
  )
}

/** How the texts of a class open and how long they are. */
export function TextFigures({ evidence }: Props) {
  const t = useTranslations('reviews.evidence')
  return (
    <div className="flex flex-col gap-2">
      <ShapeFigures evidence={evidence} />
      {evidence.introducing.length > 0 && (
        <FigureList title={t('openings')}>
          {evidence.introducing.map(({ words, count, refs }) => (
            <Figure key={words} id={`opening/${words}`} title={`${words} …`} count={count} refs={refs} />
          ))}
        </FigureList>
      )}
      <LengthFigures evidence={evidence} />
    </div>
  )
}
