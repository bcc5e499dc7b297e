'use client'

import { SlidersHorizontal } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useId, useState } from 'react'
import { type ConnectionDraft, withModel } from '@/components/models/connection-draft'
import { NumberField } from '@/components/recipes/number-field'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import { Input } from '@/components/ui/input'
import { type ConnectionRole, connectionRoles, type RoleSettings } from '@/lib/connections/model'

type Roles = ConnectionDraft['roles']
type Props = { roles: Roles; offered: readonly string[]; onChange: (roles: Roles) => void }

/** Which model plays which role, offered from what the service was found to have, and how it is asked. */
export function RoleFields({ roles, offered, onChange }: Props) {
  const t = useTranslations('models.dialog')
  const list = useId()
  const first = connectionRoles.map((role) => roles[role]?.model).find(Boolean)
  const isPartial = connectionRoles.some((role) => !roles[role])
  const all = () =>
    onChange(connectionRoles.reduce((so, role) => (so[role] ? so : withModel(so, role, first!)), roles))
  return (
    <div className="flex flex-col gap-1">
      <datalist id={list}>
        {offered.map((model) => (
          <option key={model} value={model} />
        ))}
      </datalist>
      {connectionRoles.map((role) => (
        <OneRole
          key={role}
          role={role}
          list={list}
          settings={roles[role]}
          onModel={(model) => onChange(withModel(roles, role, model))}
          onSettings={(settings) => onChange({ ...roles, [role]: settings })}
        />
      ))}
      {first && isPartial && (
        <Button size="sm" variant="quiet" className="-ml-2.5 self-start" onClick={all}>
          {t.rich('forAll', { model: first, code: (text) => <span className="font-mono">{text}</span> })}
        </Button>
      )}
    </div>
  )
}

type RoleProps = {
  role: ConnectionRole
  list: string
  settings: RoleSettings | undefined
  onModel: (model: string) => void
  onSettings: (settings: RoleSettings) => void
}

function OneRole({ role, list, settings, onModel, onSettings }: RoleProps) {
  const t = useTranslations('models')
  const [isOpen, setOpen] = useState(false)
  const name = t(`roles.${role}`)
  const parameters = useId()
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="w-52 shrink-0 max-sm:w-full">
          <span className="font-medium text-xs">{name}</span>{' '}
          <span className="block text-muted text-xs">{t(`roleHints.${role}`)}</span>
        </span>
        <Input
          list={list}
          aria-label={t('dialog.modelOf', { role: name })}
          placeholder={t('dialog.none')}
          value={settings?.model ?? ''}
          maxLength={200}
          spellCheck={false}
          onValueChange={(model: string) => onModel(model)}
          className="w-auto flex-1 font-mono text-xs"
        />
        <IconButton
          icon={SlidersHorizontal}
          label={t('dialog.parametersOf', { role: name })}
          aria-expanded={isOpen}
          aria-controls={parameters}
          disabled={!settings}
          onClick={() => setOpen(!isOpen)}
        />
      </div>
      {isOpen && settings && (
        <div id={parameters} className="mb-2 flex flex-col gap-1.5 rounded-md bg-sunken p-3">
          <Parameters settings={settings} onChange={onSettings} />
          <p className="text-muted text-xs">{t('dialog.parameterHint')}</p>
        </div>
      )}
    </div>
  )
}

const PARAMETERS = [
  { name: 'temperature', min: 0, max: 2, step: 0.1 },
  { name: 'topP', min: 0.01, max: 1, step: 0.05 },
  { name: 'maxTokens', min: 1, max: 1_000_000, step: 1 },
  { name: 'seed', min: 0, max: 2_147_483_647, step: 1 },
] as const

function Parameters({
  settings,
  onChange,
}: {
  settings: RoleSettings
  onChange: (settings: RoleSettings) => void
}) {
  const t = useTranslations('models.dialog')
  return (
    <div className="grid grid-cols-2 gap-3 sm:grid-cols-4">
      {PARAMETERS.map(({ name, min, max, step }) => (
        <NumberField
          key={name}
          label={t(name)}
          value={settings[name] ?? null}
          {...{ min, max, step }}
          placeholder={t('asService')}
          onChange={(value) => onChange({ ...settings, [name]: value })}
          onClear={() => onChange({ ...settings, [name]: undefined })}
        />
      ))}
    </div>
  )
}
