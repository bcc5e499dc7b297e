'use client'

import { useTranslations } from 'next-intl'
import type { CorpusChoice } from '@/components/recipes/corpus-choice'
import { NumberField } from '@/components/recipes/number-field'
import { ShareSlider } from '@/components/recipes/share-slider'
import { Switches } from '@/components/recipes/switches'
import { Select } from '@/components/ui/select'
import { type Recipe, splitNumOf } from '@/lib/synthesis/model'
import { type TaskForm, taskForms } from '@/lib/tasks/model'

type Props = { recipe: Recipe; corpora: CorpusChoice[]; onChange: (change: Partial<Recipe>) => void }

const ORDERS = ['shuffled', 'sorted'] as const
/** They ask about a text without naming labels. */
const WITHOUT_LABELS: readonly TaskForm[] = ['openie', 'mrc', 'general']

/** Which labels an instruction asks for: how many at once, and which beside those of the gold. */
export function LabelKnobs({ recipe, corpora, onChange }: Props) {
  const t = useTranslations('recipes')
  const forms = useTranslations('corpora.taskForms')
  const asked = formsAsked(recipe, corpora).filter((form) => !WITHOUT_LABELS.includes(form))
  const split = (form: TaskForm, splitNum: number) => {
    const all = taskForms.map((one): [TaskForm, number] => [one, splitNumOf(recipe, one)])
    const before = typeof recipe.splitNum === 'number' ? Object.fromEntries(all) : recipe.splitNum
    onChange({ splitNum: { ...before, [form]: splitNum } })
  }
  return (
    <>
      {asked.length > 0 && (
        <fieldset className="flex flex-col gap-1">
          <legend className="font-medium text-xs">{t('fields.splitNum')}</legend>
          <p className="pb-1 text-muted text-xs">{t('hints.splitNum')}</p>
          {asked.map((form) => (
            <div key={form} className="grid grid-cols-[minmax(0,1fr)_5rem] items-center gap-2">
              <span className="truncate text-xs">{forms(form)}</span>
              <NumberField
                label={<span className="sr-only">{`${t('fields.splitNum')}: ${forms(form)}`}</span>}
                placeholder={t('values.every')}
                className="gap-0"
                value={splitNumOf(recipe, form) === -1 ? null : splitNumOf(recipe, form)}
                min={1}
                max={50}
                onChange={(next) => split(form, next)}
                onClear={() => split(form, -1)}
              />
            </div>
          ))}
        </fieldset>
      )}
      <NumberField
        label={t('fields.others')}
        hint={t('hints.others')}
        value={recipe.others}
        min={0}
        max={50}
        onChange={(others) => onChange({ others })}
      />
      <ShareSlider
        label={t('fields.negativeRate')}
        hint={t('hints.negativeRate')}
        max={2}
        value={recipe.negativeRate}
        onChange={(negativeRate) => onChange({ negativeRate })}
      />
      <Switches
        of={recipe}
        names={['hardNegatives', 'bucketing']}
        wordsOf={(name) => t(`fields.${name}`)}
        onChange={onChange}
      />
      <div className="flex items-center justify-between gap-2">
        <span className="font-medium text-xs">{t('fields.order')}</span>
        <Select
          size="sm"
          label={t('fields.order')}
          value={recipe.order}
          onChange={(order) => onChange({ order })}
          options={ORDERS.map((value) => ({ value, label: t(`values.order.${value}`) }))}
        />
      </div>
    </>
  )
}

/** The task forms that the recipe asks, in their own order. */
function formsAsked({ corpora: chosen }: Recipe, corpora: readonly CorpusChoice[]): TaskForm[] {
  const asked = new Set(
    chosen.flatMap(({ id, forms }) =>
      forms.length ? forms : (corpora.find((one) => one.id === id)?.forms.slice(0, 1) ?? []),
    ),
  )
  return taskForms.filter((form) => asked.has(form))
}
