'use client'

import { useTranslations } from 'next-intl'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import type { Destination } from '@/lib/exports/model'

type Props = {
  offered: readonly Destination['to'][]
  destination: Destination
  onChange: (destination: Destination) => void
}

/** Where a copy goes besides Gloss, of the places that the installation names. */
export function DestinationChoice({ offered, destination, onChange }: Props) {
  const t = useTranslations('exports.dialog')
  const place =
    destination.to === 's3' ? destination.prefix : destination.to === 'folder' ? destination.path : ''
  return (
    <>
      <Field label={t('destination')}>
        <Select
          label={t('destination')}
          className="w-full"
          value={destination.to}
          onChange={(to) => onChange(destinationAt(to, place || 'gloss-export'))}
          options={offered.map((value) => ({ value, label: t(`destinations.${value}`) }))}
        />
      </Field>
      {destination.to !== 'gloss' && (
        <Field label={t('place')} hint={t('placeHint')}>
          <Input
            value={place}
            onValueChange={(typed) => onChange(destinationAt(destination.to, String(typed)))}
            spellCheck={false}
          />
        </Field>
      )}
    </>
  )
}

function destinationAt(to: Destination['to'], place: string): Destination {
  if (to === 's3') return { to, prefix: place }
  return to === 'folder' ? { to, path: place } : { to }
}
