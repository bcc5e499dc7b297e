'use client'

import { useTranslations } from 'next-intl'
import type { DraftOrder } from '@/components/models/draft-order'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { translatedTexts } from '@/lib/artifacts/drafting/schema'
import { phraseLanguages } from '@/lib/tasks/model'

type Props = { order: DraftOrder; onChange: (change: Partial<DraftOrder>) => void }

/** What is translated, and into which language. */
export function TranslationChoice({ order, onChange }: Props) {
  const t = useTranslations('models.drafting')
  return (
    <div className="grid grid-cols-2 gap-3">
      <Field label={t('what')} name="texts">
        <Select
          label={t('what')}
          value={order.texts}
          onChange={(texts) => onChange({ texts })}
          options={translatedTexts.map((value) => ({ value, label: t(`whats.${value}`) }))}
          className="w-full"
        />
      </Field>
      <Field label={t('into')} name="into">
        <Select
          label={t('into')}
          value={order.into}
          onChange={(into) => onChange({ into })}
          options={phraseLanguages.map((value) => ({ value, label: t(`intos.${value}`) }))}
          className="w-full"
        />
      </Field>
    </div>
  )
}
