'use client'

import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { addressesOf, MappingFields } from '@/components/corpora/mapping-fields'
import { pickPath, type Way } from '@/components/corpora/pick-path'
import { RecordTree } from '@/components/corpora/record-tree'
import { SavedMappings } from '@/components/corpora/saved-mappings'
import { IconButton } from '@/components/ui/icon-button'
import { type Mapping, missingFields, readField } from '@/lib/corpora/formats/mapping/schema'
import type { UploadSample } from '@/lib/corpora/schema'

type Props = {
  project: string
  sample: UploadSample
  mapping: Mapping
  onChange: (mapping: Mapping) => void
}

/** A record of the file at the left, what it means at the right: choose a field, then the value in the record, or type a path. */
export function MappingEditor({ project, sample, mapping, onChange }: Props) {
  const t = useTranslations('corpora.mapping')
  const [active, setActive] = useState<string | null>(() => firstMissing(mapping))
  const [place, setPlace] = useState(0)
  const record = sample.records[place] ?? sample.records[0]
  const pick = (way: Way) => {
    if (active === null) return
    const next = pickPath(mapping, active, { record, way })
    onChange(next)
    setActive(followingField(next, active))
  }
  const fieldName = active === null ? null : t(`fields.${active as 'text'}`)
  return (
    <section aria-label={t('title')} className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 className="font-semibold">{t('title')}</h2>
        <SavedMappings project={project} sample={sample} mapping={mapping} onApply={onChange} />
      </div>
      <p className="max-w-prose text-muted text-xs">
        {fieldName === null ? t('hint') : t('choosing', { field: fieldName })}
      </p>
      <div className="grid gap-4 xl:grid-cols-2">
        <div className="min-w-0 rounded-md border border-line">
          <div className="hairline-b flex items-center justify-between px-2 py-1">
            <span className="text-muted text-xs">
              {t('record', { number: place + 1, count: sample.records.length })}
            </span>
            <span>
              <IconButton
                icon={ChevronLeft}
                size="sm"
                silent
                label={t('previous')}
                disabled={place === 0}
                onClick={() => setPlace(place - 1)}
              />
              <IconButton
                icon={ChevronRight}
                size="sm"
                silent
                label={t('next')}
                disabled={place + 1 >= sample.records.length}
                onClick={() => setPlace(place + 1)}
              />
            </span>
          </div>
          <div className="max-h-[28rem] overflow-auto p-2">
            {typeof record === 'object' && record !== null ? (
              <RecordTree value={record} target={fieldName} onPick={pick} />
            ) : (
              <p className="text-muted text-xs">{t('noRecords')}</p>
            )}
          </div>
        </div>
        <MappingFields
          mapping={mapping}
          onChange={onChange}
          active={active}
          onActive={setActive}
          hasPath={sample.layout !== 'table'}
        />
      </div>
    </section>
  )
}

function firstMissing(mapping: Mapping): string | null {
  return missingFields(mapping, mapping.taskForm)[0]?.[0] ?? null
}

/** The next field that is needed and empty; after the last, none. */
function followingField(mapping: Mapping, after: string): string | null {
  const addresses = addressesOf(mapping)
  const missing = missingFields(mapping, mapping.taskForm).flat()
  const later = addresses.slice(addresses.indexOf(after) + 1)
  const isNext = (address: string) => missing.includes(address) && readField(mapping, address) === undefined
  return later.find(isNext) ?? addresses.find(isNext) ?? null
}
