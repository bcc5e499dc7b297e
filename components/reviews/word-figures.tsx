'use client'

import { Figure, FigureList } from '@/components/reviews/figure-list'
import type { GuidelineEvidence } from '@/lib/artifacts/kinds/guideline/evidence'

/** Words that stand out against the other labels, the most telling first; beside each how often all labels have it. */
export function WordFigures({ evidence, title }: { evidence: GuidelineEvidence; title: string }) {
  if (evidence.words.length === 0) return null
  return (
    <FigureList title={title}>
      {evidence.words.map(({ word, count, elsewhere, refs }) => (
        <Figure
          key={word}
          id={`word/${word}`}
          title={`“${word}”`}
          count={count}
          refs={refs}
          aside={elsewhere > 0 ? `/ ${count + elsewhere}` : undefined}
        >
          {word}
        </Figure>
      ))}
    </FigureList>
  )
}
