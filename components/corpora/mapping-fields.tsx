'use client'

import { Crosshair } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { cn } from '@/components/ui/cn'
import { IconButton } from '@/components/ui/icon-button'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import {
  fieldsOf,
  groupFields,
  type Mapping,
  missingFields,
  offsetUnits,
  readField,
  writeField,
} from '@/lib/corpora/formats/mapping/schema'
import { taskForms } from '@/lib/tasks/model'

type Props = {
  mapping: Mapping
  onChange: (mapping: Mapping) => void
  /** The field that the next choice in the record fills. */
  active: string | null
  onActive: (address: string) => void
  hasPath: boolean
}

/** The fields of every task form, in order: those of the record, then group by group. */
export function addressesOf({ taskForm }: Mapping): string[] {
  const { record, groups } = fieldsOf[taskForm]
  return [...record, ...groups.flatMap((group) => groupFields[group].map((field) => `${group}.${field}`))]
}

/** What is to be told of a record: one line a field, with the path that was chosen or typed. */
export function MappingFields({ mapping, onChange, active, onActive, hasPath }: Props) {
  const t = useTranslations('corpora.mapping')
  const forms = useTranslations('corpora.taskForms')
  const { record, groups, hasOffsets } = fieldsOf[mapping.taskForm]
  const missing = missingFields(mapping, mapping.taskForm)
  const row = (address: string) => (
    <FieldRow
      key={address}
      address={address}
      path={readField(mapping, address) ?? ''}
      needed={missing.some((choice) => choice.includes(address))}
      active={active === address}
      onActive={onActive}
      onPath={(path) => onChange(writeField(mapping, address, path))}
    />
  )
  return (
    <div className="flex min-w-0 flex-col gap-3">
      <div className="grid grid-cols-[8rem_minmax(0,1fr)] items-center gap-x-2 gap-y-1.5">
        <span className="text-muted text-xs">{t('taskForm')}</span>
        <Select
          size="sm"
          label={t('taskForm')}
          value={mapping.taskForm}
          onChange={(taskForm) => onChange({ ...mapping, taskForm })}
          options={taskForms.map((value) => ({ value, label: forms(value) }))}
          className="w-full"
        />
        {hasPath && (
          <>
            <span className="text-muted text-xs">{t('records')}</span>
            <Input
              aria-label={t('records')}
              className="h-7 font-mono text-xs"
              value={mapping.records ?? ''}
              placeholder={t('recordsTold')}
              onValueChange={(records) => onChange({ ...mapping, records: records.trim() || undefined })}
            />
          </>
        )}
      </div>
      <div className="flex flex-col gap-1">{record.map(row)}</div>
      {mapping.taskForm === 'tc' && <Separator mapping={mapping} onChange={onChange} />}
      {groups.map((group) => (
        <fieldset key={group} className="flex min-w-0 flex-col gap-1">
          <legend className="pb-1 font-medium text-xs">{t(`groups.${group}`)}</legend>
          {groupFields[group].map((field) => row(`${group}.${field}`))}
        </fieldset>
      ))}
      {hasOffsets && <Counting mapping={mapping} onChange={onChange} />}
    </div>
  )
}

type RowProps = {
  address: string
  path: string
  needed: boolean
  active: boolean
  onActive: (address: string) => void
  onPath: (path: string) => void
}

function FieldRow({ address, path, needed, active, onActive, onPath }: RowProps) {
  const t = useTranslations('corpora.mapping')
  const label = t(`fields.${address as 'text'}`)
  return (
    <div className="grid grid-cols-[8rem_minmax(0,1fr)_auto] items-center gap-2">
      <span className={cn('text-xs', needed ? 'font-medium text-waiting' : 'text-muted')}>
        {label}
        {needed && <span className="sr-only">{` (${t('needed')})`}</span>}
      </span>
      <Input
        aria-label={label}
        className={cn('h-7 font-mono text-xs', active && 'border-accent')}
        value={path}
        placeholder={needed ? t('needed') : undefined}
        onFocus={() => onActive(address)}
        onValueChange={onPath}
      />
      <IconButton
        icon={Crosshair}
        size="sm"
        silent
        label={t('pick', { field: label })}
        aria-pressed={active}
        className={cn(active && 'bg-accent-soft text-accent-text')}
        onClick={() => onActive(address)}
      />
    </div>
  )
}

function Separator({ mapping, onChange }: Pick<Props, 'mapping' | 'onChange'>) {
  const t = useTranslations('corpora.mapping')
  return (
    <div className="grid grid-cols-[8rem_minmax(0,1fr)] items-center gap-2">
      <span className="text-muted text-xs">{t('separator')}</span>
      <Input
        aria-label={t('separator')}
        className="h-7 w-20 font-mono text-xs"
        maxLength={10}
        value={mapping.separator ?? ''}
        onValueChange={(separator) => onChange({ ...mapping, separator: separator || undefined })}
      />
    </div>
  )
}

function Counting({ mapping, onChange }: Pick<Props, 'mapping' | 'onChange'>) {
  const t = useTranslations('corpora.mapping')
  return (
    <div className="grid grid-cols-[8rem_minmax(0,1fr)] items-center gap-x-2 gap-y-1.5">
      <span className="text-muted text-xs">{t('offsets')}</span>
      <Select
        size="sm"
        label={t('offsets')}
        value={mapping.offsets}
        onChange={(offsets) => onChange({ ...mapping, offsets })}
        options={offsetUnits.map((value) => ({ value, label: t(`units.${value}`) }))}
        className="w-full"
      />
      <span />
      <label className="flex items-center gap-2 text-xs">
        <input
          type="checkbox"
          checked={mapping.inclusive}
          onChange={(event) => onChange({ ...mapping, inclusive: event.target.checked })}
        />
        {t('inclusive')}
      </label>
    </div>
  )
}
