'use client'

import { Dices } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { CorpusChoice } from '@/components/synthesis/corpus-choice'
import { ShareSlider } from '@/components/synthesis/share-slider'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { IconButton } from '@/components/ui/icon-button'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { type Recipe, splitNumOf } from '@/lib/synthesis/model'

const PRESETS = {
  hum: { name: 'Hum 55/45', compoundShare: 0.45 },
  basic: { name: 'Basic', compoundShare: 0 },
  compound: { name: 'Compound', compoundShare: 1 },
} as const
const PHRASES = ['corpus', 'en', 'zh'] as const
const LABEL_NAMES = ['raw', 'display'] as const

type Props = {
  recipe: Recipe
  corpora: CorpusChoice[]
  releases: { number: number; itemCount: number }[]
  release: number
  onRecipe: (recipe: Recipe) => void
  onRelease: (release: number) => void
}

export function RecipeForm({ recipe, corpora, releases, release, onRecipe, onRelease }: Props) {
  const t = useTranslations('synthesis')
  const set = (change: Partial<Recipe>) => onRecipe({ ...recipe, ...change })
  const basic = Math.round((1 - recipe.compoundShare) * 100)
  return (
    <section aria-label={t('recipe')} className="flex flex-col gap-4">
      <div className="flex flex-wrap gap-1.5">
        {(['hum', 'basic', 'compound'] as const).map((preset) => (
          <Button
            key={preset}
            size="sm"
            aria-pressed={recipe.compoundShare === PRESETS[preset].compoundShare}
            variant={recipe.compoundShare === PRESETS[preset].compoundShare ? 'secondary' : 'quiet'}
            onClick={() => set(PRESETS[preset])}
          >
            {t(`presets.${preset}`)}
          </Button>
        ))}
      </div>
      <Field label={t('fields.name')}>
        <Input value={recipe.name} maxLength={120} onChange={(event) => set({ name: event.target.value })} />
      </Field>
      <Field label={t('fields.release')}>
        <Select
          label={t('fields.release')}
          className="w-full"
          value={String(release)}
          onChange={(value) => onRelease(Number(value))}
          options={releases.map(({ number, itemCount }) => ({
            value: String(number),
            label: t('fields.releaseOption', { number, count: itemCount }),
          }))}
        />
      </Field>
      <CorporaChoice
        corpora={corpora}
        chosen={recipe.corpora.map(({ id }) => id)}
        onChange={(ids) => set({ corpora: ids.map((id) => corpusOf(recipe, id)) })}
      />
      <ShareSlider
        label={t('fields.share')}
        hint={t('fields.shareHint')}
        words={t('fields.shareValue', { basic, compound: 100 - basic })}
        value={recipe.compoundShare}
        onChange={(compoundShare) => set({ compoundShare })}
      />
      <ShareSlider
        label={t('fields.empty')}
        hint={t('fields.emptyHint')}
        words={`${Math.round(recipe.emptyShare * 100)} %`}
        value={recipe.emptyShare}
        onChange={(emptyShare) => set({ emptyShare })}
      />
      <div className="grid grid-cols-2 gap-3">
        <Whole
          label={t('fields.splitNum')}
          hint={t('fields.splitHint')}
          value={splitNumOf(recipe, 'ner')}
          max={50}
          onChange={(splitNum) => set({ splitNum })}
        />
        <Whole
          label={t('fields.others')}
          hint={t('fields.othersHint')}
          value={recipe.others}
          min={0}
          max={50}
          onChange={(others) => set({ others })}
        />
        <Whole
          label={t('fields.copies')}
          hint={t('fields.copiesHint')}
          value={recipe.copies}
          max={20}
          onChange={(copies) => set({ copies })}
        />
      </div>
      <div className="flex flex-col gap-1.5">
        {(['hardNegatives', 'bucketing'] as const).map((choice) => (
          <label key={choice} className="flex items-start gap-2">
            <input
              type="checkbox"
              className="mt-1"
              checked={recipe[choice]}
              onChange={(event) => set({ [choice]: event.target.checked })}
            />
            <span>{t(`fields.${choice}`)}</span>
          </label>
        ))}
      </div>
      <Field label={t('fields.phrases')}>
        <Select
          label={t('fields.phrases')}
          className="w-full"
          value={typeof recipe.phrases === 'string' ? recipe.phrases : 'corpus'}
          onChange={(phrases) => set({ phrases })}
          options={PHRASES.map((value) => ({ value, label: t(`fields.phrasesOptions.${value}`) }))}
        />
      </Field>
      <Field label={t('fields.labelNames')} hint={t('fields.labelNamesHint')}>
        <Select
          label={t('fields.labelNames')}
          className="w-full"
          value={recipe.labelNames}
          onChange={(labelNames) => set({ labelNames })}
          options={LABEL_NAMES.map((value) => ({ value, label: t(`fields.labelNamesOptions.${value}`) }))}
        />
      </Field>
      <div className="flex items-end gap-2">
        <Whole
          label={t('fields.seed')}
          hint={t('fields.seedHint')}
          value={recipe.seed}
          min={0}
          max={2_147_483_647}
          onChange={(seed) => set({ seed })}
        />
        <IconButton
          icon={Dices}
          label={t('fields.reseed')}
          className="mb-5"
          onClick={() => set({ seed: Math.floor(Math.random() * 1_000_000) })}
        />
      </div>
    </section>
  )
}

/** A corpus keeps what the recipe says of it while others come and go. */
function corpusOf({ corpora }: Recipe, id: string): Recipe['corpora'][number] {
  return corpora.find((one) => one.id === id) ?? { id, weight: 1, cap: null, forms: [] }
}

function CorporaChoice({
  corpora,
  chosen,
  onChange,
}: {
  corpora: CorpusChoice[]
  chosen: string[]
  onChange: (ids: string[]) => void
}) {
  const t = useTranslations('synthesis.fields')
  // Kept in the list's own order: the order of corpora is part of the recipe, so of the bytes.
  const toggle = (id: string) =>
    onChange(
      corpora
        .map((one) => one.id)
        .filter((one) => (one === id ? !chosen.includes(id) : chosen.includes(one))),
    )
  return (
    <fieldset className="flex flex-col gap-1.5">
      <legend className="pb-1 font-medium text-xs">{t('corpora')}</legend>
      {corpora.map(({ id, name, instances }) => (
        <label key={id} className="flex items-center gap-2">
          <input type="checkbox" checked={chosen.includes(id)} onChange={() => toggle(id)} />
          <span className="min-w-0 flex-1 truncate">{name}</span>
          <span className="text-muted tabular-nums">{instances}</span>
        </label>
      ))}
    </fieldset>
  )
}

type WholeProps = {
  label: string
  hint: string
  value: number
  min?: number
  max: number
  onChange: (value: number) => void
}

/** A whole number within bounds; what does not fit is not taken over. */
function Whole({ label, hint, value, min = 1, max, onChange }: WholeProps) {
  const take = (typed: string) => {
    const next = Number(typed)
    if (typed !== '' && Number.isInteger(next) && next >= min && next <= max) onChange(next)
  }
  return (
    <Field label={label} hint={hint}>
      <Input
        key={value}
        type="number"
        inputMode="numeric"
        min={min}
        max={max}
        defaultValue={value}
        onBlur={(event) => take(event.target.value)}
        onKeyDown={(event) => event.key === 'Enter' && take(event.currentTarget.value)}
      />
    </Field>
  )
}
