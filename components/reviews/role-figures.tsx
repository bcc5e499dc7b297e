'use client'

import { useFormatter } from 'next-intl'
import { FigureButton } from '@/components/reviews/figure-list'
import type { GuidelineEvidence } from '@/lib/artifacts/kinds/guideline/evidence'

/** A row for each role or property: how often it is filled, its share of all, and what fills it most. */
export function RoleFigures({ evidence }: { evidence: GuidelineEvidence }) {
  const format = useFormatter()
  return (
    <ul className="flex flex-col">
      {evidence.roles.map(({ role, count, refs, fillers }) => (
        <li key={role} className="flex flex-wrap items-baseline gap-x-2 gap-y-0.5 py-0.5">
          <FigureButton
            id={`role/${role}`}
            title={role}
            count={count}
            refs={refs}
            aside={format.number(count / evidence.mentions, { style: 'percent', maximumFractionDigits: 0 })}
          >
            <span className="font-medium">{role}</span>
          </FigureButton>
          {fillers.map((filler) => (
            <FigureButton
              key={filler.mention}
              id={`role/${role}/${filler.mention}`}
              title={`${role}: ${filler.mention}`}
              count={filler.count}
              refs={filler.refs}
            >
              {filler.mention}
            </FigureButton>
          ))}
        </li>
      ))}
    </ul>
  )
}
