'use client'

import { useTranslations } from 'next-intl'
import { Figure, FigureList } from '@/components/reviews/figure-list'
import { LengthFigures } from '@/components/reviews/length-figures'
import { WordFigures } from '@/components/reviews/word-figures'
import { LabelTag, useNameOf } from '@/components/ui/label-hue'
import type { GuidelineEvidence } from '@/lib/artifacts/kinds/guideline/evidence'

type Props = { evidence: GuidelineEvidence }

/** What stands at either end of a relation: types first, then the words. */
export function EndFigures({ evidence }: Props) {
  const t = useTranslations('reviews.evidence')
  const nameOf = useNameOf()
  const unrelated = evidence.types.flatMap(({ head, tail, unrelated: none }) =>
    none ? [{ head, tail, ...none }] : [],
  )
  const said = (types: { head: string; tail: string }) => `${nameOf(types.head)} → ${nameOf(types.tail)}`
  return (
    <div className="flex flex-col gap-2">
      {evidence.types.length > 0 && (
        <FigureList title={t('endTypes')}>
          {evidence.types.map((types) => (
            <Figure
              key={said(types)}
              id={`types/${types.head}/${types.tail}`}
              title={said(types)}
              count={types.count}
              refs={types.refs}
            >
              <Types {...types} />
            </Figure>
          ))}
        </FigureList>
      )}
      {unrelated.length > 0 && (
        <FigureList title={t('unrelated')}>
          {unrelated.map((types) => (
            <Figure
              key={said(types)}
              id={`unrelated/${types.head}/${types.tail}`}
              title={t('showing.unrelated', { types: said(types) })}
              count={types.count}
              refs={types.refs}
            >
              <Types {...types} />
            </Figure>
          ))}
        </FigureList>
      )}
      {(['head', 'tail'] as const).map((end) => {
        const found = evidence.ends.filter((one) => one.end === end)
        return (
          found.length > 0 && (
            <FigureList key={end} title={t(`ends.${end}`)}>
              {found.map(({ mention, count, refs }) => (
                <Figure key={mention} id={`${end}/${mention}`} title={mention} count={count} refs={refs} />
              ))}
            </FigureList>
          )
        )
      })}
    </div>
  )
}

function Types({ head, tail }: { head: string; tail: string }) {
  return (
    <span className="inline-flex items-center gap-1">
      <LabelTag label={head} />
      <span aria-hidden>→</span>
      <LabelTag label={tail} />
    </span>
  )
}

/** Which end comes first, and what stands between the two. */
export function BetweenFigures({ evidence }: Props) {
  const t = useTranslations('reviews.evidence')
  return (
    <div className="flex flex-col gap-2">
      {evidence.order.length > 0 && (
        <FigureList title={t('orderTitle')}>
          {evidence.order.map(({ order, count, refs }) => (
            <Figure key={order} id={`order/${order}`} title={t(`order.${order}`)} count={count} refs={refs} />
          ))}
        </FigureList>
      )}
      <WordFigures evidence={evidence} title={t('betweenWords')} />
      {evidence.between.length > 0 && (
        <FigureList title={t('between')}>
          {evidence.between.map(({ words, count, refs }) => (
            <Figure key={words} id={`between/${words}`} title={`… ${words} …`} count={count} refs={refs} />
          ))}
        </FigureList>
      )}
      <LengthFigures evidence={evidence} title={t('apart')} />
    </div>
  )
}
