'use client'

import { useTranslations } from 'next-intl'
import type { DraftFilter } from '@/components/reviews/plans/assign.query'
import type { Named } from '@/components/reviews/plans/assignee-names'
import { useNameOf } from '@/components/ui/label-hue'
import { Select } from '@/components/ui/select'
import { artifactKinds } from '@/lib/artifacts/model'
import { NOBODY } from '@/lib/reviews/plans/model'

const ALL = '*all'

type Props = {
  filter: DraftFilter
  names: readonly Named[]
  labels: readonly { label: string; count: number }[]
  onChange: (change: Partial<DraftFilter>) => void
}

export function AssignFilters({ filter, names, labels, onChange }: Props) {
  const t = useTranslations('plans.assigning')
  const kinds = useTranslations('plans.kinds')
  const nameOf = useNameOf()
  return (
    <>
      <Select
        size="sm"
        label={t('kind')}
        value={filter.kind ?? ALL}
        onChange={(kind) => onChange({ kind: (kind === ALL ? null : kind) as DraftFilter['kind'] })}
        options={[
          { value: ALL, label: t('allKinds') },
          ...artifactKinds.map((value) => ({ value: value as string, label: kinds(value) })),
        ]}
      />
      <Select
        size="sm"
        label={t('label')}
        value={filter.label ?? ALL}
        onChange={(label) => onChange({ label: label === ALL ? null : label })}
        options={[
          { value: ALL, label: t('allLabels') },
          ...withChosen(labels, filter.label).map(({ label, count }) => ({
            value: label,
            label: nameOf(label),
            hint: count,
          })),
        ]}
      />
      <Select
        size="sm"
        label={t('whose')}
        value={filter.assigned ?? ALL}
        onChange={(assigned) => onChange({ assigned: assigned === ALL ? null : assigned })}
        options={[
          { value: ALL, label: t('anybodys') },
          { value: NOBODY, label: t('nobodys') },
          ...names.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
    </>
  )
}

/** A label that is asked for stays in the list, also when nothing of it waits any more. */
function withChosen(labels: Props['labels'], chosen: string | null) {
  const isThere = chosen === null || labels.some(({ label }) => label === chosen)
  return isThere ? labels : [...labels, { label: chosen, count: 0 }]
}
