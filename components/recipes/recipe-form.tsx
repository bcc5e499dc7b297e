'use client'

import { Dices } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { compareRecipes } from '@/components/recipes/compare-recipes'
import { CorporaChoice } from '@/components/recipes/corpora-choice'
import type { CorpusChoice } from '@/components/recipes/corpus-choice'
import { GuidelineKnobs } from '@/components/recipes/guideline-knobs'
import { KnobGroup } from '@/components/recipes/knob-group'
import { LabelKnobs } from '@/components/recipes/label-knobs'
import { LanguageKnobs } from '@/components/recipes/language-knobs'
import { LicenceKnobs } from '@/components/recipes/licence-knobs'
import { NumberField } from '@/components/recipes/number-field'
import { PresetChoice } from '@/components/recipes/preset-choice'
import { ShareSlider } from '@/components/recipes/share-slider'
import { strategyInk } from '@/components/recipes/strategy-look'
import { Switches } from '@/components/recipes/switches'
import { WeightList } from '@/components/recipes/weight-list'
import { IconButton } from '@/components/ui/icon-button'
import { type Recipe, recipeSchema, strategies } from '@/lib/synthesis/model'
import type { PresetName } from '@/lib/synthesis/presets/model'

type Props = {
  recipe: Recipe
  corpora: CorpusChoice[]
  onRecipe: (recipe: Recipe) => void
  onPreset: (preset: PresetName) => void
}

/** A whole recipe: the few knobs that matter first, the rest folded by what they are about. */
export function RecipeForm({ recipe, corpora, onRecipe, onPreset }: Props) {
  const t = useTranslations('recipes')
  const set = (change: Partial<Recipe>) => onRecipe({ ...recipe, ...change })
  const basic = Math.round((1 - recipe.compoundShare) * 100)
  const changed = changedIn(recipe)
  return (
    <section aria-label={t('title')} className="flex flex-col gap-4">
      <PresetChoice recipe={recipe} onChoose={onPreset} />
      <CorporaChoice recipe={recipe} corpora={corpora} onChange={(chosen) => set({ corpora: chosen })} />
      <ShareSlider
        label={t('fields.compoundShare')}
        words={t('shareValue', { basic, compound: 100 - basic })}
        value={recipe.compoundShare}
        onChange={(compoundShare) => set({ compoundShare })}
      />
      <fieldset className="flex flex-col gap-2 border-line border-l pl-3">
        <legend className="sr-only">{t('inCompound')}</legend>
        {strategies.map((strategy) => (
          <ShareSlider
            key={strategy}
            label={t(`fields.${strategy}`)}
            color={strategyInk(strategy)}
            disabled={recipe.compoundShare === 0}
            value={recipe.strategies[strategy]}
            onChange={(chance) => set({ strategies: { ...recipe.strategies, [strategy]: chance } })}
          />
        ))}
        <p className="text-muted text-xs">{t('hints.strategies')}</p>
        {(recipe.ablation || strategies.some((strategy) => recipe.strategies[strategy] === 0)) && (
          <>
            <Switches
              of={recipe}
              names={['ablation']}
              wordsOf={(name) => t(`fields.${name}`)}
              onChange={set}
            />
            <p className="text-muted text-xs">{t('hints.ablation')}</p>
          </>
        )}
      </fieldset>
      <ShareSlider
        label={t('fields.emptyShare')}
        hint={t('hints.emptyShare')}
        value={recipe.emptyShare}
        onChange={(emptyShare) => set({ emptyShare })}
      />
      <div className="grid grid-cols-2 gap-3">
        <NumberField
          label={t('fields.copies')}
          hint={t('hints.copies')}
          value={recipe.copies}
          min={1}
          max={20}
          onChange={(copies) => set({ copies })}
        />
        <div className="flex items-start gap-1">
          <NumberField
            className="flex-1"
            label={t('fields.seed')}
            hint={t('hints.seed')}
            value={recipe.seed}
            min={0}
            max={2_147_483_647}
            onChange={(seed) => set({ seed })}
          />
          <IconButton
            icon={Dices}
            label={t('reseed')}
            className="mt-5.5"
            onClick={() => set({ seed: Math.floor(Math.random() * 1_000_000) })}
          />
        </div>
      </div>
      <div className="flex flex-col">
        <KnobGroup title={t('groups.carriers')} changed={changed('carriers', 'formatCarriers')}>
          <WeightList
            title={t('fields.carriers')}
            hint={t('hints.carriers')}
            weights={recipe.carriers}
            unnamed={0}
            onChange={(carriers) => set({ carriers })}
          />
          <WeightList
            title={t('fields.formatCarriers')}
            hint={t('hints.formatCarriers')}
            weights={recipe.formatCarriers}
            unnamed={1}
            onChange={(formatCarriers) => set({ formatCarriers })}
          />
        </KnobGroup>
        <KnobGroup
          title={t('groups.labels')}
          changed={changed('splitNum', 'others', 'hardNegatives', 'negativeRate', 'order', 'bucketing')}
        >
          <LabelKnobs recipe={recipe} corpora={corpora} onChange={set} />
        </KnobGroup>
        <KnobGroup title={t('groups.guidelines')} changed={changed('guidelineOptions', 'ruleNoChangeShare')}>
          <GuidelineKnobs recipe={recipe} onChange={set} />
        </KnobGroup>
        <KnobGroup title={t('groups.language')} changed={changed('phrases', 'labelNames')}>
          <LanguageKnobs recipe={recipe} onChange={set} />
        </KnobGroup>
        <KnobGroup title={t('groups.licences')} changed={changed('licences')}>
          <LicenceKnobs recipe={recipe} corpora={corpora} onChange={set} />
        </KnobGroup>
        <KnobGroup title={t('groups.size')} changed={changed('temperature', 'maxLength')}>
          <ShareSlider
            label={t('fields.temperature')}
            hint={t('hints.temperature')}
            value={recipe.temperature}
            onChange={(temperature) => set({ temperature })}
          />
          <NumberField
            label={t('fields.maxLength')}
            hint={t('hints.maxLength')}
            value={recipe.maxLength}
            min={200}
            max={1_000_000}
            onChange={(maxLength) => set({ maxLength })}
          />
        </KnobGroup>
      </div>
    </section>
  )
}

const NOBODY = '00000000-0000-4000-8000-000000000000'
const atFirst = recipeSchema.parse({ corpora: [NOBODY] })

/** How many settings below these names stand otherwise than in a new recipe. */
function changedIn(recipe: Recipe): (...names: (keyof Recipe)[]) => number {
  const changes = compareRecipes(atFirst, recipe)
  return (...names) => changes.filter(({ path }) => names.some((name) => name === path[0])).length
}
