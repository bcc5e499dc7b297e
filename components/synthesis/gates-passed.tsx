'use client'

import { Check } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { Instruction, RefusalReason } from '@/lib/synthesis/model'

const EVERY = ['round-trip', 'grounding', 'schema', 'leakage', 'length'] as const
const OF_RULES = ['rule-applicability', 'interference', 'rule-conflict'] as const

/** The gates that looked at this record: it is here because all of them let it pass. */
export function GatesPassed({ record }: { record: Instruction }) {
  const t = useTranslations('synthesis')
  return (
    <ul aria-label={t('gatesPassed')} className="flex flex-wrap gap-x-2.5 gap-y-0.5">
      {gatesFor(record).map((gate) => (
        <li key={gate} className="inline-flex items-center gap-0.5">
          <Check aria-hidden className="size-3 text-approved" />
          {t(`gates.${gate}` as 'gates.schema')}
        </li>
      ))}
    </ul>
  )
}

/** A conversation passes as it is: nothing of it is written anew that could be read back. */
function gatesFor({ provenance }: Instruction): readonly RefusalReason[] {
  const { carrier, strategies = [], rule } = provenance
  if (carrier === 'conversation') return ['grounding', 'length']
  return [
    ...EVERY,
    ...(strategies.includes('guideline') ? (['guideline-coverage'] as const) : []),
    ...(rule ? OF_RULES : []),
  ]
}
