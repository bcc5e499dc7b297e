'use client'

import { useTranslations } from 'next-intl'
import { type ConnectionDraft, modelsOf } from '@/components/models/connection-draft'
import { NumberField } from '@/components/recipes/number-field'

type Prices = ConnectionDraft['prices']
type Props = { roles: ConnectionDraft['roles']; prices: Prices; onChange: (prices: Prices) => void }

/** What each model costs, in and out. A model without a price counts as free, which is said beside it. */
export function PriceFields({ roles, prices, onChange }: Props) {
  const t = useTranslations('models.dialog')
  const models = modelsOf(roles)
  if (models.length === 0) return <p className="text-muted text-xs">{t('pricesNoModels')}</p>
  const set = (model: string, change: Partial<Prices[string]>) =>
    onChange({ ...prices, [model]: { input: 0, output: 0, ...prices[model], ...change } })
  const clear = (model: string) => {
    const { [model]: _, ...others } = prices
    onChange(others)
  }
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_6rem_6rem] items-center gap-x-3 gap-y-1.5">
      <span />
      {(['priceInput', 'priceOutput'] as const).map((side) => (
        <span key={side} aria-hidden className="text-muted text-xs">
          {t(side)}
        </span>
      ))}
      {models.map((model) => (
        <div key={model} className="contents">
          <span className="flex min-w-0 flex-wrap items-baseline gap-x-2">
            <span className="min-w-0 truncate font-mono text-xs" title={model}>
              {model}
            </span>
            {!prices[model] && <span className="text-waiting text-xs">{t('unpriced')}</span>}
          </span>
          {(['input', 'output'] as const).map((side) => (
            <NumberField
              key={side}
              label={
                <span className="sr-only">
                  {t(side === 'input' ? 'priceInputOf' : 'priceOutputOf', { model })}
                </span>
              }
              value={prices[model]?.[side] ?? null}
              min={0}
              max={100_000}
              step={0.01}
              placeholder="–"
              className="gap-0"
              onChange={(price) => set(model, { [side]: price })}
              onClear={() => clear(model)}
            />
          ))}
        </div>
      ))}
    </div>
  )
}
