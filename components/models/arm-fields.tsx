'use client'

import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { modelsOf } from '@/components/models/connection-draft'
import { NumberField } from '@/components/recipes/number-field'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import type { Arm } from '@/lib/artifacts/comparisons/model'
import type { ConnectionView } from '@/lib/connections/schema'

type Props = {
  title: string
  arm: Arm
  connections: readonly ConnectionView[]
  onChange: (arm: Arm) => void
}

/** One of the two that are compared: service, model, version of the prompt, with or without lessons. */
export function ArmFields({ title, arm, connections, onChange }: Props) {
  const t = useTranslations('models.learning.dialog')
  const list = useId()
  const connection = connections.find(({ id }) => id === arm.connectionId)
  const offered = connection
    ? [...new Set([...modelsOf(connection.roles), ...(connection.tested?.models ?? [])])]
    : []
  return (
    <fieldset className="flex min-w-0 flex-col gap-3">
      <legend className="pb-2 font-semibold">{title}</legend>
      <Field label={t('connection')} name="connection">
        <Select
          label={`${title}: ${t('connection')}`}
          value={arm.connectionId}
          onChange={(connectionId) => onChange({ connectionId, lessons: arm.lessons })}
          options={connections.map(({ id, name }) => ({ value: id, label: name }))}
          className="w-full"
        />
      </Field>
      <Field label={t('model')}>
        <Input
          list={list}
          value={arm.model ?? ''}
          placeholder={connection?.roles.drafter?.model}
          maxLength={200}
          spellCheck={false}
          onValueChange={(model: string) => onChange({ ...arm, model: model || undefined })}
          className="font-mono text-xs"
        />
      </Field>
      <datalist id={list}>
        {offered.map((model) => (
          <option key={model} value={model} />
        ))}
      </datalist>
      <NumberField
        label={t('version')}
        value={arm.promptVersion ?? null}
        min={1}
        max={10_000}
        placeholder={t('newest')}
        onChange={(promptVersion) => onChange({ ...arm, promptVersion })}
        onClear={() => onChange({ ...arm, promptVersion: undefined })}
      />
      <label className="flex items-center gap-2">
        <input
          type="checkbox"
          checked={arm.lessons}
          onChange={(event) => onChange({ ...arm, lessons: event.target.checked })}
        />
        {t('lessons')}
      </label>
    </fieldset>
  )
}
