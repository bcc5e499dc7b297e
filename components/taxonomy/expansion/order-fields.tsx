'use client'

import { useTranslations } from 'next-intl'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { phraseLanguages } from '@/lib/tasks/model'
import { type ExpansionOrder, expansionSteps, MOST_RUNS } from '@/lib/taxonomy/expansion/model'

const MOST_WANTED = 100

type Props = { order: ExpansionOrder; onlySyllabi: boolean; onChange: (order: ExpansionOrder) => void }

/** What is asked for, how often, in which language, and what of it once more. */
export function OrderFields({ order, onlySyllabi, onChange }: Props) {
  const t = useTranslations('taxonomy.expansion')
  const change = (part: Partial<ExpansionOrder>) => onChange({ ...order, ...part })
  const asksAgain = (what: 'changed' | 'other') => order.also.includes(what)
  return (
    <div className="flex flex-col gap-5">
      <fieldset className="flex flex-col gap-2.5">
        <legend className="pb-1.5 font-medium text-xs">{t('what')}</legend>
        {expansionSteps.map((step) => (
          <label key={step} className="flex items-start gap-2 has-disabled:text-muted">
            <input
              type="radio"
              name="step"
              className="mt-1"
              checked={order.step === step}
              disabled={onlySyllabi && step === 'subjects'}
              onChange={() => change({ step })}
            />
            <span>
              {t(`steps.${step}`)}
              <span className="block text-muted text-xs">{t(`stepTexts.${step}`)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      {order.step === 'subjects' && (
        <div className="grid grid-cols-2 gap-3">
          <WholeNumber
            label={t('runs')}
            value={order.runs}
            most={MOST_RUNS}
            onChange={(runs) => change({ runs })}
          />
          <WholeNumber
            label={t('wanted')}
            value={order.wanted}
            most={MOST_WANTED}
            onChange={(wanted) => change({ wanted })}
          />
        </div>
      )}
      <Field label={t('language')} name="language">
        <Select
          value={order.language}
          label={t('language')}
          onChange={(language) => change({ language })}
          options={phraseLanguages.map((value) => ({ value, label: t(`languages.${value}`) }))}
        />
      </Field>
      <fieldset className="flex flex-col gap-2">
        <legend className="pb-1.5 font-medium text-xs">{t('also')}</legend>
        {(['changed', 'other'] as const).map((what) => (
          <label key={what} className="flex items-start gap-2">
            <input
              type="checkbox"
              className="mt-1"
              checked={asksAgain(what)}
              onChange={() =>
                change({
                  also: asksAgain(what) ? order.also.filter((one) => one !== what) : [...order.also, what],
                })
              }
            />
            <span>{t(what)}</span>
          </label>
        ))}
      </fieldset>
    </div>
  )
}

type NumberProps = { label: string; value: number; most: number; onChange: (value: number) => void }

function WholeNumber({ label, value, most, onChange }: NumberProps) {
  return (
    <Field label={label}>
      <Input
        type="number"
        min={1}
        max={most}
        value={value}
        onChange={(event) => {
          const typed = Math.round(Number(event.currentTarget.value))
          if (typed >= 1 && typed <= most) onChange(typed)
        }}
      />
    </Field>
  )
}
