'use client'

import { useTranslations } from 'next-intl'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import type { SplitShares } from '@/lib/exports/model'

type Props = { splits: SplitShares; onChange: (splits: SplitShares) => void }

/** Percent of the groups that go to validation and to the test; what is left is for training. */
export function SplitChoice({ splits, onChange }: Props) {
  const t = useTranslations('exports.dialog')
  const left = Math.max(0, 1 - splits.validation - splits.test)
  const percent = (split: 'validation' | 'test') => (
    <Field label={`${t(split)} %`}>
      <Input
        type="number"
        min={0}
        max={45}
        step={1}
        value={String(Math.round(splits[split] * 100))}
        onValueChange={(typed) =>
          onChange({ ...splits, [split]: Math.min(45, Math.max(0, Math.round(Number(typed) || 0))) / 100 })
        }
      />
    </Field>
  )
  return (
    <fieldset className="flex flex-col gap-1">
      <legend className="sr-only">{t('splits')}</legend>
      <div className="grid grid-cols-3 items-end gap-3">
        {percent('validation')}
        {percent('test')}
        <Field label={t('seed')}>
          <Input
            type="number"
            min={0}
            max={2_147_483_647}
            value={String(splits.seed)}
            onValueChange={(typed) =>
              onChange({
                ...splits,
                seed: Math.min(2_147_483_647, Math.max(0, Math.round(Number(typed) || 0))),
              })
            }
          />
        </Field>
      </div>
      <p className="text-muted text-xs">
        {t('train', { share: left })} · {t('splitsHint')}
      </p>
    </fieldset>
  )
}
