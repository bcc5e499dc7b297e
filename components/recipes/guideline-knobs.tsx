'use client'

import { useTranslations } from 'next-intl'
import { NumberField } from '@/components/recipes/number-field'
import { ShareSlider } from '@/components/recipes/share-slider'
import { Switches } from '@/components/recipes/switches'
import type { Recipe } from '@/lib/synthesis/model'

type Props = { recipe: Recipe; onChange: (change: Partial<Recipe>) => void }

/** How guidelines vary from record to record, and how often a rule is stated where it changes nothing. */
export function GuidelineKnobs({ recipe, onChange }: Props) {
  const t = useTranslations('recipes')
  const { guidelineOptions: options } = recipe
  const set = (change: Partial<typeof options>) => onChange({ guidelineOptions: { ...options, ...change } })
  return (
    <>
      <Switches
        of={options}
        names={['shuffle', 'paraphrase']}
        wordsOf={(name) => t(`fields.${name}`)}
        onChange={set}
      />
      {(['dropout', 'maskNames'] as const).map((name) => (
        <ShareSlider
          key={name}
          label={t(`fields.${name}`)}
          hint={t(`hints.${name}`)}
          value={options[name]}
          onChange={(share) => set({ [name]: share })}
        />
      ))}
      <div className="grid grid-cols-2 gap-3">
        <NumberField
          label={t('fields.typicalMax')}
          value={options.typicalMax}
          min={0}
          max={20}
          onChange={(typicalMax) => set({ typicalMax })}
        />
        <NumberField
          label={t('fields.examples')}
          value={options.examples}
          min={0}
          max={12}
          onChange={(examples) => set({ examples })}
        />
      </div>
      <ShareSlider
        label={t('fields.ruleNoChangeShare')}
        hint={t('hints.ruleNoChangeShare')}
        value={recipe.ruleNoChangeShare}
        onChange={(ruleNoChangeShare) => onChange({ ruleNoChangeShare })}
      />
    </>
  )
}
