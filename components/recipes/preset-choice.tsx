'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import type { Recipe } from '@/lib/synthesis/model'
import { type PresetName, presetNames, presetOf } from '@/lib/synthesis/presets/model'

type Props = { recipe: Recipe; onChoose: (preset: PresetName) => void }

/** The mix of the paper and its ablations, from the same seed. */
export function PresetChoice({ recipe, onChoose }: Props) {
  const t = useTranslations('recipes.presets')
  const chosen = presetOf(recipe)
  return (
    <fieldset className="flex flex-wrap gap-1">
      <legend className="pb-1 font-medium text-xs">{t('title')}</legend>
      {presetNames.map((preset) => (
        <Button
          key={preset}
          size="sm"
          aria-pressed={preset === chosen}
          variant={preset === chosen ? 'secondary' : 'quiet'}
          onClick={() => onChoose(preset)}
        >
          {t(preset)}
        </Button>
      ))}
    </fieldset>
  )
}
