'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { NumberField } from '@/components/recipes/number-field'
import { type CarrierName, carriers } from '@/lib/formats/model'

type Weights = Partial<Record<CarrierName, number>>
type Props = {
  title: string
  hint: string
  weights: Weights
  /** What a syntax weighs that is not named. */
  unnamed: number
  onChange: (weights: Weights) => void
}

/** How often each syntax comes up beside the others: weights, and the shares that they make. The last one cannot go. */
export function WeightList({ title, hint, weights, unnamed, onChange }: Props) {
  const t = useTranslations('reviews.format.carriers')
  const format = useFormatter()
  const weightOf = (carrier: CarrierName) => weights[carrier] ?? unnamed
  const total = carriers.reduce((sum, carrier) => sum + weightOf(carrier), 0)
  const set = (carrier: CarrierName, weight: number) => {
    const all = carriers.map((one): [CarrierName, number] => [one, one === carrier ? weight : weightOf(one)])
    if (!all.some(([, one]) => one > 0)) return
    onChange(Object.fromEntries(all.filter(([, one]) => one !== unnamed)))
  }
  return (
    <fieldset className="flex flex-col gap-0.5">
      <legend className="font-medium text-xs">{title}</legend>
      <p className="pb-1 text-muted text-xs">{hint}</p>
      {carriers.map((carrier) => (
        <div key={carrier} className="grid grid-cols-[7rem_minmax(0,1fr)_2.5rem_4rem] items-center gap-2">
          <span className="truncate text-xs">{t(carrier)}</span>
          <span aria-hidden className="h-1.5 rounded-xs bg-pressed">
            <span
              className="block h-full rounded-xs bg-accent opacity-60"
              style={{ width: `${(weightOf(carrier) / total) * 100}%` }}
            />
          </span>
          <span className="text-right text-muted text-xs tabular-nums">
            {format.number(weightOf(carrier) / total, { style: 'percent' })}
          </span>
          <NumberField
            label={<span className="sr-only">{`${title}: ${t(carrier)}`}</span>}
            value={weightOf(carrier)}
            min={0}
            max={100}
            step={0.1}
            className="gap-0"
            onChange={(weight) => set(carrier, weight)}
          />
        </div>
      ))}
    </fieldset>
  )
}
