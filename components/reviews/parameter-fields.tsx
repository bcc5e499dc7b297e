'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useId, useState } from 'react'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { Textarea } from '@/components/ui/textarea'
import { LabelChoice } from '@/components/writing/label-choice'

export type Parameters = Readonly<Record<string, unknown>>

type Props = {
  /** What each parameter may be, as JSON Schema says it. */
  schema: Record<string, unknown> | undefined
  values: Parameters
  /** The labels of the corpus, for parameters that name some. */
  labels?: readonly string[]
  /** What is wrong, by the parameter's name. */
  problems?: ReadonlyMap<string, string>
  onChange: (values: Record<string, unknown>) => void
}

/** Parameters that hold labels of the corpus. */
const LABEL_LISTS = ['labels', 'over']
const LABEL_NAMES = ['prefer', 'into']

type Property = {
  type?: string | string[]
  enum?: unknown[]
  const?: unknown
  anyOf?: Property[]
  items?: Property & { prefixItems?: Property[] }
  minimum?: number
  maximum?: number
}

/** A form for parameters, made from their schema: choices, numbers, words, lists of words; anything else as JSON. */
export function ParameterFields({ schema, values, labels, problems, onChange }: Props) {
  const properties = (schema?.properties ?? {}) as Record<string, Property>
  return (
    <div className="grid grid-cols-[repeat(auto-fill,minmax(9.5rem,1fr))] gap-x-3 gap-y-2.5">
      {Object.entries(properties).map(([name, property]) => (
        <ParameterField
          key={name}
          name={name}
          property={property}
          value={values[name]}
          labels={labels}
          problem={problems?.get(name)}
          onChange={(value) => onChange({ ...values, [name]: value })}
        />
      ))}
    </div>
  )
}

type FieldProps = {
  name: string
  property: Property
  value: unknown
  labels: readonly string[] | undefined
  problem: string | undefined
  onChange: (value: unknown) => void
}

function ParameterField(props: FieldProps) {
  const { name, property, problem } = props
  const wide = property.type === 'array' || property.type === 'object'
  return (
    <Field
      label={<code className="font-mono">{name}</code>}
      name={name}
      error={problem ?? null}
      className={wide ? 'col-span-full' : undefined}
    >
      <Control {...props} />
    </Field>
  )
}

function Control({ name, property, value, labels, onChange }: FieldProps) {
  const t = useTranslations('reviews.parameters')
  const choices = choicesOf(property)
  if (choices)
    return (
      <Select
        size="sm"
        className="w-full"
        label={name}
        value={JSON.stringify(value ?? null)}
        onChange={(chosen) => onChange(JSON.parse(chosen))}
        options={choices.map((choice) => ({
          value: JSON.stringify(choice),
          label: shown(choice, t('none')),
        }))}
      />
    )
  if (isOf(property, 'integer') || isOf(property, 'number'))
    return (
      <Input
        type="number"
        className="h-7"
        value={written(value)}
        min={property.minimum}
        max={property.maximum}
        onChange={(event) =>
          onChange(event.currentTarget.value === '' ? undefined : Number(event.currentTarget.value))
        }
      />
    )
  if (labels && LABEL_LISTS.includes(name))
    return (
      <LabelChoice
        label={name}
        labels={labels}
        chosen={(value as string[] | undefined) ?? []}
        onChange={onChange}
      />
    )
  if (property.type === 'array' && isOf(property.items ?? {}, 'string'))
    return (
      <LineList
        lines={(value as string[] | undefined) ?? []}
        onChange={(lines) => onChange(lines.map((line) => line.trim()))}
      />
    )
  if (property.type === 'array' && property.items?.prefixItems?.length === 2)
    return (
      <LineList
        lines={((value as [string, string][] | undefined) ?? []).map((pair) => pair.join(' '))}
        onChange={(lines) => onChange(lines.map((line) => line.trim().split(/\s+/)))}
      />
    )
  if (property.type === 'array' || property.type === 'object')
    return <JsonField value={value} onChange={onChange} problem={t('notJson')} />
  return (
    <LabelNames name={name} labels={labels}>
      {(list) => (
        <Input
          className="h-7"
          list={list}
          value={written(value)}
          placeholder={isNullable(property) ? t('none') : undefined}
          onChange={(event) =>
            onChange(
              event.currentTarget.value === '' && isNullable(property) ? null : event.currentTarget.value,
            )
          }
        />
      )}
    </LabelNames>
  )
}

/** A label of the corpus is offered as it is typed; another name can be typed, too. */
function LabelNames(props: {
  name: string
  labels: readonly string[] | undefined
  children: (list: string | undefined) => ReactNode
}) {
  const id = useId()
  if (!props.labels || !LABEL_NAMES.includes(props.name)) return props.children(undefined)
  return (
    <>
      {props.children(id)}
      <datalist id={id}>
        {props.labels.map((label) => (
          <option key={label} value={label} />
        ))}
      </datalist>
    </>
  )
}

/** Words one a line. The lines stay as they are typed, empty ones too, until somebody else changes the words. */
function LineList({ lines, onChange }: { lines: readonly string[]; onChange: (lines: string[]) => void }) {
  const [text, setText] = useState(lines.join('\n'))
  const said = (written: string) => written.split('\n').filter((line) => line.trim() !== '')
  const isOurs =
    said(text)
      .map((line) => line.trim())
      .join('\n') === lines.join('\n')
  return (
    <Textarea
      className="max-h-60 min-h-9"
      value={isOurs ? text : lines.join('\n')}
      onChange={(event) => {
        setText(event.currentTarget.value)
        onChange(said(event.currentTarget.value))
      }}
    />
  )
}

function JsonField({
  value,
  onChange,
  problem,
}: {
  value: unknown
  onChange: (value: unknown) => void
  problem: string
}) {
  const [text, setText] = useState(JSON.stringify(value, null, 1))
  const [bad, setBad] = useState(false)
  const read = (typed: string) => {
    setText(typed)
    try {
      onChange(JSON.parse(typed))
      setBad(false)
    } catch {
      setBad(true)
    }
  }
  return (
    <>
      <Textarea
        className="font-mono text-xs"
        value={text}
        onChange={(event) => read(event.currentTarget.value)}
      />
      {bad && <p className="text-rejected text-xs">{problem}</p>}
    </>
  )
}

function choicesOf(property: Property): unknown[] | null {
  if (property.enum) return property.enum
  if (property.type === 'boolean') return [true, false]
  const each = property.anyOf?.map((one) =>
    'const' in one ? [one.const] : (one.enum ?? (one.type === 'null' ? [null] : null)),
  )
  return each?.every((one) => one !== null) ? each.flat() : null
}

function isOf(property: Property, type: string): boolean {
  return property.type === type || (Array.isArray(property.type) && property.type.includes(type))
}

function isNullable(property: Property): boolean {
  return isOf(property, 'null') || Boolean(property.anyOf?.some((one) => one.type === 'null'))
}

/** A simple value as a field holds it. */
function written(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value ?? '').replace(/^""$/, '')
}

function shown(choice: unknown, none: string): string {
  if (choice === null || choice === '') return none
  return choice === '\t' ? '⇥' : written(choice)
}
