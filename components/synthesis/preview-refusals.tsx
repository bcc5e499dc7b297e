'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { RefusedList } from '@/components/synthesis/refused-list'
import type { Refused } from '@/lib/synthesis/schema'

type Props = {
  project: string
  tried: number
  refused: readonly Refused[]
  nameOf: (corpusId: string) => string
}

/** What the gates refused among the instances that a preview tried: how often for each reason, and some of the records. */
export function PreviewRefusals({ project, tried, refused, nameOf }: Props) {
  const t = useTranslations('synthesis')
  const format = useFormatter()
  return (
    <div className="flex max-w-3xl flex-col gap-4">
      <p className="text-muted">
        {t('previewRefused', { tried })} {t('previewLater')}
      </p>
      {refused.map(({ reason, count, records }) => (
        <section key={reason} className="flex flex-col">
          <h3 className="flex items-baseline justify-between gap-4 pb-1 font-medium">
            {t(`run.reasons.${reason}`)}
            <span className="text-muted text-xs tabular-nums">
              {format.number(count)}
              {records.length > 0 &&
                records.length < count &&
                ` · ${t('firstOnes', { count: records.length })}`}
            </span>
          </h3>
          <RefusedList project={project} records={records} nameOf={nameOf} />
        </section>
      ))}
    </div>
  )
}
