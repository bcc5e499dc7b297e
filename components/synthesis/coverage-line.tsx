'use client'

import { useFormatter, useTranslations } from 'next-intl'
import type { z } from 'zod'
import { type Recipe, strategies } from '@/lib/synthesis/model'
import type { previewRunEndpoint } from '@/lib/synthesis/schema'

export type Coverage = z.output<typeof previewRunEndpoint.response>['coverage']

/** A preview looks at few hundred records: what is rarer than this is chance, and nobody would turn a knob for it. */
const WORTH_SAYING = 0.05

type Props = { coverage: Coverage; recipe: Pick<Recipe, 'compoundShare' | 'strategies'> }

/** Says what of a recipe its release cannot give: labels without a guideline, the share of compound, strategies drawn in vain. */
export function CoverageLine({ coverage, recipe }: Props) {
  const t = useTranslations('synthesis')
  const format = useFormatter()
  const { labels, guided, reachable, lacking } = coverage
  if (recipe.compoundShare === 0) return null
  if (strategies.every((strategy) => recipe.strategies[strategy] === 0))
    return (
      <p className="font-medium" role="status">
        {t('coverage.nothingChosen')}
      </p>
    )
  const lacks = strategies.flatMap((strategy) => {
    const share = lacking[strategy] ?? 0
    const percent = format.number(share, { style: 'percent', maximumFractionDigits: 0 })
    return share >= WORTH_SAYING ? [t('coverage.lackingOne', { what: t(`madeOf.${strategy}`), percent })] : []
  })
  const short = reachable < recipe.compoundShare
  if (guided === labels && !short && lacks.length === 0) return null
  return (
    <p className="text-muted" role="status">
      {guided < labels && `${t('coverage.labels', { labels, guided })} `}
      {lacks.length > 0 && `${t('coverage.lacking', { list: format.list(lacks) })} `}
      {short && (
        <strong className="font-medium text-fg">
          {t('coverage.short', { most: Math.floor(reachable * 100) })}
        </strong>
      )}
    </p>
  )
}
