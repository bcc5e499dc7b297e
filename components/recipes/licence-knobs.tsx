'use client'

import { useTranslations } from 'next-intl'
import type { CorpusChoice } from '@/components/recipes/corpus-choice'
import { Switches } from '@/components/recipes/switches'
import { demandsOf, type LicenceDemand, licenceDemands } from '@/lib/corpora/licences/model'
import type { Recipe } from '@/lib/synthesis/model'

type Props = { recipe: Recipe; corpora: CorpusChoice[]; onChange: (change: Partial<Recipe>) => void }

/** What the sources' licences may ask for, each with how many of the chosen corpora do; what else is refused. */
export function LicenceKnobs({ recipe, corpora, onChange }: Props) {
  const t = useTranslations('recipes')
  const kinds = useTranslations('exports.licenceKinds')
  const chosen = corpora.filter(({ id }) => recipe.corpora.some((one) => one.id === id))
  const asking = (demand: LicenceDemand) =>
    chosen.filter(({ licence }) => demandsOf(licence).includes(demand)).length
  const allowed = Object.fromEntries(
    licenceDemands.map((demand) => [demand, recipe.licences.includes(demand)]),
  ) as Record<LicenceDemand, boolean>
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="font-medium text-xs">{t('fields.licences')}</legend>
      <p className="text-muted text-xs">{t('hints.licences')}</p>
      <Switches
        of={allowed}
        names={licenceDemands}
        wordsOf={(demand) => t('asking', { what: kinds(demand), count: asking(demand) })}
        onChange={(change) => {
          const next = { ...allowed, ...change }
          onChange({ licences: licenceDemands.filter((demand) => next[demand]) })
        }}
      />
    </fieldset>
  )
}
