'use client'

import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { RecordLineage } from '@/components/lineage/record-lineage'
import { InstructionRecord } from '@/components/synthesis/instruction-record'
import { cn } from '@/components/ui/cn'
import { ErrorLine } from '@/components/ui/error-state'
import { IconButton } from '@/components/ui/icon-button'
import { useScreenKeys } from '@/components/ui/screen-keys'
import { Skeleton } from '@/components/ui/skeleton'
import type { Instruction } from '@/lib/synthesis/model'

type Props = {
  project: string
  release: number
  seed: number
  records: Instruction[] | undefined
  error: unknown
  stale: boolean
  nameOf: (corpusId: string) => string
}

/** The first records of a recipe, one at a time, exactly as they would be written. */
export function RecordPreview({ project, release, seed, records, error, stale, nameOf }: Props) {
  const t = useTranslations('synthesis')
  const [wanted, setWanted] = useState(0)
  const total = records?.length ?? 0
  const at = Math.min(wanted, Math.max(0, total - 1))
  const go = (step: number) => setWanted(Math.max(0, Math.min(total - 1, at + step)))
  useScreenKeys([
    { keys: '[', label: t('previous'), run: () => go(-1) },
    { keys: ']', label: t('next'), run: () => go(1) },
  ])
  const record = records?.[at]
  return (
    <section aria-label={t('preview')} aria-busy={stale} className="flex min-h-80 flex-col gap-3 p-4">
      <header className="flex items-center gap-2">
        <h2 className="font-semibold">{t('preview')}</h2>
        <span className="flex-1" />
        {total > 0 && <span className="text-muted tabular-nums">{t('record', { n: at + 1, total })}</span>}
        <IconButton
          icon={ChevronLeft}
          size="sm"
          label={t('previous')}
          keys="["
          disabled={at === 0}
          onClick={() => go(-1)}
        />
        <IconButton
          icon={ChevronRight}
          size="sm"
          label={t('next')}
          keys="]"
          disabled={at >= total - 1}
          onClick={() => go(1)}
        />
      </header>
      <ErrorLine error={error} />
      {!records && !error && <Skeleton className="h-64" />}
      {records && total === 0 && <p className="text-muted">{t('previewEmpty')}</p>}
      {record && (
        <div className={cn('transition-opacity', stale && 'opacity-60')}>
          <InstructionRecord
            project={project}
            release={release}
            record={record}
            nameOf={nameOf}
            actions={<RecordLineage project={project} record={record} seed={seed} />}
          />
        </div>
      )}
    </section>
  )
}
