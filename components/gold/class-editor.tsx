'use client'

import { useTranslations } from 'next-intl'
import type { EditorProps } from '@/components/gold/editor-props'
import { LabelChoice } from '@/components/writing/label-choice'
import type { TcGold } from '@/lib/tasks/tc/gold'

/** The classes of a text: one, or several where the corpus allows them. */
export function ClassEditor({ text, gold, labels, onChange }: EditorProps<TcGold>) {
  const t = useTranslations('gold')
  const choose = (chosen: string[]) => onChange({ ...gold, labels: gold.multi ? chosen : chosen.slice(-1) })
  return (
    <div className="flex flex-col gap-3">
      <p className="reading whitespace-pre-wrap">{text}</p>
      <LabelChoice label={t('classes')} labels={labels} chosen={gold.labels} onChange={choose} />
    </div>
  )
}
