'use client'

import { MoreHorizontal } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import {
  useChangeMapping,
  useDeleteMapping,
  useMappings,
  useSaveMapping,
} from '@/components/corpora/mappings.query'
import { NameMapping } from '@/components/corpora/name-mapping'
import { Button } from '@/components/ui/button'
import { ErrorLine } from '@/components/ui/error-state'
import { IconButton } from '@/components/ui/icon-button'
import { Menu, MenuItem } from '@/components/ui/menu'
import { Select } from '@/components/ui/select'
import type { Mapping } from '@/lib/corpora/formats/mapping/schema'
import type { SavedMapping } from '@/lib/corpora/mappings/schema'
import type { UploadSample } from '@/lib/corpora/schema'

type Props = {
  project: string
  sample: UploadSample
  mapping: Mapping
  onApply: (mapping: Mapping) => void
}

/** The mappings of the project: use one, keep this one under a name, rename or delete. What is deleted can be taken back. */
export function SavedMappings({ project, sample, mapping, onApply }: Props) {
  const t = useTranslations('corpora.mapping.saved')
  const saved = useMappings(project)
  const [usedId, setUsedId] = useState<string | null>(() => sameAs(sample.fitting, mapping))
  const [naming, setNaming] = useState<'save' | 'rename' | null>(null)
  const [deleted, setDeleted] = useState<SavedMapping | null>(null)
  const save = useSaveMapping(project)
  const change = useChangeMapping(project)
  const remove = useDeleteMapping(project)
  const items = saved.data?.items ?? []
  const used = items.find(({ id }) => id === usedId)
  const isChanged = used !== undefined && JSON.stringify(used.mapping) !== JSON.stringify(mapping)
  const fitting = new Set(sample.fitting.map(({ id }) => id))
  const sorted = items.toSorted((a, b) => Number(fitting.has(b.id)) - Number(fitting.has(a.id)))
  const use = (id: string) => {
    setUsedId(id)
    const chosen = items.find((one) => one.id === id)
    if (chosen) onApply(chosen.mapping)
  }
  const takeBack = () =>
    deleted &&
    save.mutate(
      { name: deleted.name, mapping: deleted.mapping },
      {
        onSuccess: ({ id }) => {
          setUsedId(id)
          setDeleted(null)
        },
      },
    )
  return (
    <div className="flex flex-wrap items-center gap-2">
      {items.length > 0 && (
        <Select
          size="sm"
          label={t('use')}
          placeholder={t('use')}
          value={used?.id ?? null}
          onChange={use}
          options={sorted.map(({ id, name }) => ({
            value: id,
            label: name,
            hint: fitting.has(id) ? t('fits') : undefined,
          }))}
        />
      )}
      {isChanged && (
        <Button size="sm" busy={change.isPending} onClick={() => change.mutate({ id: used.id, mapping })}>
          {t('change', { name: used.name })}
        </Button>
      )}
      <Button size="sm" onClick={() => setNaming('save')}>
        {t('save')}
      </Button>
      {used && (
        <Menu
          trigger={
            <IconButton icon={MoreHorizontal} size="sm" silent label={t('more', { name: used.name })} />
          }
        >
          <MenuItem onSelect={() => setNaming('rename')}>{t('rename')}</MenuItem>
          <MenuItem danger onSelect={() => remove.mutate(used.id, { onSuccess: () => setDeleted(used) })}>
            {t('delete')}
          </MenuItem>
        </Menu>
      )}
      {deleted && (
        <span role="status" className="flex items-center gap-1 text-xs">
          {t('deleted', { name: deleted.name })}
          <Button size="sm" variant="quiet" busy={save.isPending} onClick={takeBack}>
            {t('undo')}
          </Button>
        </span>
      )}
      <ErrorLine error={change.error ?? remove.error} />
      {naming && (
        <NameMapping
          title={t(naming === 'save' ? 'save' : 'rename')}
          name={naming === 'rename' ? (used?.name ?? '') : ''}
          deed={naming === 'save' ? save : change}
          onName={(name) => {
            const onSuccess = ({ id }: { id: string }) => {
              setUsedId(id)
              setNaming(null)
            }
            const done = { onSuccess }
            if (naming === 'save') save.mutate({ name, mapping }, done)
            else if (used) change.mutate({ id: used.id, name }, done)
          }}
          onClose={() => setNaming(null)}
        />
      )}
    </div>
  )
}

function sameAs(fitting: UploadSample['fitting'], mapping: Mapping): string | null {
  const written = JSON.stringify(mapping)
  return fitting.find((one) => JSON.stringify(one.mapping) === written)?.id ?? null
}
