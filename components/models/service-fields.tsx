'use client'

import { useTranslations } from 'next-intl'
import { addressOf, type ConnectionDraft, needsKeyAgain } from '@/components/models/connection-draft'
import { networkSetting } from '@/components/models/network-setting'
import { cn } from '@/components/ui/cn'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { jsonModeSchema, type Preset, presets } from '@/lib/connections/model'
import type { ConnectionView } from '@/lib/connections/schema'

type Props = {
  draft: ConnectionDraft
  saved: ConnectionView | null
  onChange: (change: Partial<ConnectionDraft>) => void
}

/** Where a service is, what it is called, its key, and how it answers in JSON. */
export function ServiceFields({ draft, saved, onChange }: Props) {
  const t = useTranslations('models.dialog')
  const address = addressOf(draft)
  const setting = address === undefined ? null : networkSetting(new URL(address).host)
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      {!saved && <PresetChoice draft={draft} onChange={onChange} />}
      <Field label={t('name')} hint={t('nameHint')}>
        <Input
          value={draft.name}
          maxLength={120}
          required
          onValueChange={(name: string) => onChange({ name })}
        />
      </Field>
      <Field label={t('json')} name="jsonMode" hint={t(`jsonHints.${draft.jsonMode}`)}>
        <Select
          label={t('json')}
          value={draft.jsonMode}
          onChange={(jsonMode) => onChange({ jsonMode })}
          options={jsonModeSchema.options.map((value) => ({ value, label: t(`jsonModes.${value}`) }))}
          className="w-full"
        />
      </Field>
      <Field
        label={t('address')}
        className="sm:col-span-2"
        hint={setting ? t('addressLocal', { setting }) : t('addressHint')}
        error={draft.baseUrl !== '' && address === undefined ? t('addressWrong') : null}
      >
        <Input
          type="url"
          inputMode="url"
          value={draft.baseUrl}
          maxLength={500}
          required
          spellCheck={false}
          onValueChange={(baseUrl: string) => onChange({ baseUrl })}
          className="font-mono text-xs"
        />
      </Field>
      <KeyField draft={draft} saved={saved} onChange={onChange} />
    </div>
  )
}

function PresetChoice({ draft, onChange }: Pick<Props, 'draft' | 'onChange'>) {
  const t = useTranslations('models.dialog')
  const nameOf = ({ id }: Preset) => t(`presets.${id as 'hosted'}`)
  const isOwnName = draft.name !== '' && !presets.some((preset) => nameOf(preset) === draft.name)
  const choose = (preset: Preset) =>
    onChange({
      baseUrl: preset.baseUrl,
      jsonMode: preset.jsonMode,
      limits: {
        ...draft.limits,
        concurrency: preset.concurrency,
        batchPercent: preset.batchPercent ?? 100,
      },
      ...(!isOwnName && { name: nameOf(preset) }),
    })
  return (
    <fieldset className="sm:col-span-2">
      <legend className="pb-1 font-medium text-xs">{t('preset')}</legend>
      <div className="flex flex-wrap gap-1.5">
        {presets.map((preset) => (
          <label
            key={preset.id}
            className={cn(
              'flex h-7 items-center rounded-md border border-line px-2.5 text-xs hover:bg-hover has-focus-visible:outline-2 has-focus-visible:outline-focus',
              draft.baseUrl === preset.baseUrl && 'border-accent bg-accent-soft text-accent-text',
            )}
          >
            <input
              type="radio"
              name="preset"
              className="sr-only"
              checked={draft.baseUrl === preset.baseUrl}
              onChange={() => choose(preset)}
            />
            {nameOf(preset)}
          </label>
        ))}
      </div>
    </fieldset>
  )
}

function KeyField({ draft, saved, onChange }: Props) {
  const t = useTranslations('models.dialog')
  const preset = presets.find(({ baseUrl }) => baseUrl === draft.baseUrl)
  const kept = saved?.keyLastFour ? t('keyKept', { lastFour: saved.keyLastFour }) : t('keyKeptHidden')
  const hint = saved?.hasKey ? kept : preset && !preset.needsKey ? t('keyNone') : t('keyHint')
  return (
    <div className="flex flex-col gap-2 sm:col-span-2">
      <Field label={t('key')} hint={hint} error={needsKeyAgain(draft, saved) ? t('keyAgain') : null}>
        <Input
          type="password"
          autoComplete="off"
          data-1p-ignore
          spellCheck={false}
          value={draft.key}
          maxLength={4000}
          disabled={draft.dropsKey}
          onValueChange={(key: string) => onChange({ key })}
          className="font-mono text-xs"
        />
      </Field>
      {saved?.hasKey && (
        <label className="flex items-center gap-2 text-xs">
          <input
            type="checkbox"
            checked={draft.dropsKey}
            onChange={(event) => onChange({ dropsKey: event.target.checked, key: '' })}
          />
          {t('keyDrop')}
        </label>
      )}
    </div>
  )
}
