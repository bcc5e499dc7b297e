'use client'

import { TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { Textarea } from '@/components/ui/textarea'
import type { ExportOrder, ExportPreview } from '@/lib/exports/schema'

const FREE = 'free'

type Props = {
  order: ExportOrder
  preview: ExportPreview
  onChange: (change: Partial<ExportOrder>) => void
}

/** Under which licence the export is given on. Where sources ask for more than it passes on, a reason is needed. */
export function LicenceChoice({ order, preview, onChange }: Props) {
  const t = useTranslations('exports.dialog')
  const asking = preview.sources.filter(({ kind }) => kind !== 'permissive').map(({ licence }) => licence)
  const licences = [...new Set(asking)].sort()
  const { conflicts } = preview
  if (licences.length === 0) return null
  return (
    <div className="flex flex-col gap-3">
      <Field label={t('licence')}>
        <Select
          label={t('licence')}
          className="w-full"
          value={order.licence ?? FREE}
          onChange={(licence) => onChange({ licence: licence === FREE ? null : licence })}
          options={[
            { value: FREE, label: t('licenceFree') },
            ...licences.map((licence) => ({ value: licence, label: t('licenceOf', { licence }) })),
          ]}
        />
      </Field>
      {conflicts.length > 0 && (
        <>
          <p className="flex items-start gap-1.5 text-waiting">
            <TriangleAlert className="mt-0.5 size-4 shrink-0" aria-hidden />
            {t('conflict', { licences: conflicts.map(({ licence }) => licence).join(', ') })}
          </p>
          <Field label={t('reason')} hint={t('reasonHint')}>
            <Textarea
              rows={2}
              maxLength={500}
              value={order.licenceReason ?? ''}
              onChange={(event) => onChange({ licenceReason: event.target.value })}
            />
          </Field>
        </>
      )}
    </div>
  )
}
