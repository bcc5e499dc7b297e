'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { DestinationChoice } from '@/components/exports/destination-choice'
import { LicenceChoice } from '@/components/exports/licence-choice'
import { SplitChoice } from '@/components/exports/split-choice'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { exportFormats } from '@/lib/exports/model'
import type { ExportOrder, ExportPreview } from '@/lib/exports/schema'
import type { RunView } from '@/lib/synthesis/schema'

type Props = {
  runs: RunView[]
  order: ExportOrder
  preview: ExportPreview | undefined
  onChange: (change: Partial<ExportOrder>) => void
}

/** All that a person decides about an export, the things that matter most first. */
export function ExportChoices({ runs, order, preview, onChange }: Props) {
  const t = useTranslations('exports')
  const can = preview?.can
  return (
    <div className="flex flex-col gap-4">
      {runs.length > 1 && (
        <Field label={t('dialog.run')}>
          <Select
            label={t('dialog.run')}
            className="w-full"
            value={String(order.run)}
            onChange={(run) => onChange({ run: Number(run) })}
            options={runs.map(({ number, instructionCount }) => ({
              value: String(number),
              label: t('dialog.runOption', { number, count: instructionCount }),
            }))}
          />
        </Field>
      )}
      <Field label={t('dialog.format')} hint={t(`formatHints.${order.format}`)}>
        <Select
          label={t('dialog.format')}
          className="w-full"
          value={order.format}
          onChange={(format) => onChange({ format })}
          options={exportFormats.map((value) => ({ value, label: t(`formats.${value}`) }))}
        />
      </Field>
      {preview && <LicenceChoice order={order} preview={preview} onChange={onChange} />}
      {can?.draftPairs && (
        <Tick
          checked={order.draftPairs}
          disabled={preview?.draftPairs === 0}
          onChange={(draftPairs) => onChange({ draftPairs })}
          hint={t('dialog.draftPairsHint', { count: preview?.draftPairs ?? 0 })}
        >
          {t('dialog.draftPairs')}
        </Tick>
      )}
      <SplitChoice splits={order.splits} onChange={(splits) => onChange({ splits })} />
      {can?.huggingface !== false && (
        <Field label={t('dialog.layout')}>
          <Select
            label={t('dialog.layout')}
            className="w-full"
            value={order.layout}
            onChange={(layout) => onChange({ layout })}
            options={(['flat', 'huggingface'] as const).map((value) => ({
              value,
              label: t(`dialog.layouts.${value}`),
            }))}
          />
        </Field>
      )}
      <Tick
        checked={order.gzip && can?.gzip !== false}
        disabled={can?.gzip === false}
        onChange={(gzip) => onChange({ gzip })}
        hint={
          can?.gzip === false ? t('dialog.gzipUnfit', { format: t(`formats.${order.format}`) }) : undefined
        }
      >
        {t('dialog.gzip')}
      </Tick>
      {(preview?.destinations.length ?? 1) > 1 && (
        <DestinationChoice
          offered={preview!.destinations}
          destination={order.destination}
          onChange={(destination) => onChange({ destination })}
        />
      )}
    </div>
  )
}

type TickProps = {
  checked: boolean
  disabled?: boolean
  onChange: (checked: boolean) => void
  hint?: string
  children: ReactNode
}

function Tick({ checked, disabled, onChange, hint, children }: TickProps) {
  return (
    <label className="flex items-start gap-2">
      <input
        type="checkbox"
        className="mt-1"
        checked={checked}
        disabled={disabled}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span className="flex flex-col">
        <span className={disabled ? 'text-muted' : undefined}>{children}</span>
        {hint && <span className="text-muted text-xs">{hint}</span>}
      </span>
    </label>
  )
}
