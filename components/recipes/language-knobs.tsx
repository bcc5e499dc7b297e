'use client'

import { useTranslations } from 'next-intl'
import { ShareSlider } from '@/components/recipes/share-slider'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import type { Recipe } from '@/lib/synthesis/model'

type Props = { recipe: Recipe; onChange: (change: Partial<Recipe>) => void }

const PHRASES = ['corpus', 'en', 'zh', 'mix'] as const
const LABEL_NAMES = ['raw', 'display'] as const

/** In which language an instruction speaks, and what it calls the labels. */
export function LanguageKnobs({ recipe, onChange }: Props) {
  const t = useTranslations('recipes')
  const { phrases } = recipe
  const choose = (value: (typeof PHRASES)[number]) =>
    onChange({ phrases: value === 'mix' ? { zhShare: 0.5 } : value })
  return (
    <>
      <Field label={t('fields.phrases')}>
        <Select
          label={t('fields.phrases')}
          className="w-full"
          value={typeof phrases === 'string' ? phrases : 'mix'}
          onChange={choose}
          options={PHRASES.map((value) => ({ value, label: t(`values.phrases.${value}`) }))}
        />
      </Field>
      {typeof phrases !== 'string' && (
        <ShareSlider
          label={t('zhShare')}
          value={phrases.zhShare}
          onChange={(zhShare) => onChange({ phrases: { zhShare } })}
        />
      )}
      <Field label={t('fields.labelNames')} hint={t('hints.labelNames')}>
        <Select
          label={t('fields.labelNames')}
          className="w-full"
          value={recipe.labelNames}
          onChange={(labelNames) => onChange({ labelNames })}
          options={LABEL_NAMES.map((value) => ({ value, label: t(`values.labelNames.${value}`) }))}
        />
      </Field>
    </>
  )
}
