'use client'

import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { useState } from 'react'
import { RecordLineage } from '@/components/lineage/record-lineage'
import { InstructionRecord } from '@/components/synthesis/instruction-record'
import { PreviewRefusals } from '@/components/synthesis/preview-refusals'
import type { RunPreview } from '@/components/synthesis/runs.query'
import { cn } from '@/components/ui/cn'
import { ErrorLine } from '@/components/ui/error-state'
import { IconButton } from '@/components/ui/icon-button'
import { useScreenKeys } from '@/components/ui/screen-keys'
import { Skeleton } from '@/components/ui/skeleton'
import { Tabs } from '@/components/ui/tabs'

type Props = {
  project: string
  release: number
  seed: number
  preview: RunPreview | undefined
  error: unknown
  stale: boolean
  nameOf: (corpusId: string) => string
}

/** Records of a recipe, exactly as they would be written, and beside them what the gates refused. */
export function RecordPreview({ project, preview, error, stale, nameOf, ...given }: Props) {
  const t = useTranslations('synthesis')
  const format = useFormatter()
  const refused = preview?.refused ?? []
  const count = refused.reduce((sum, one) => sum + one.count, 0)
  const panel = cn('p-4 transition-opacity', stale && preview && 'opacity-60')
  return (
    <section aria-label={t('preview')} aria-busy={stale} className="flex min-h-80 flex-col">
      <Tabs
        label={t('preview')}
        tabs={[
          {
            value: 'records',
            label: t('preview'),
            panel: (
              <div className={panel}>
                <ErrorLine error={error} />
                {!preview && !error && <Skeleton className="h-64" />}
                {preview && <Records {...{ project, nameOf, ...given }} records={preview.items} />}
              </div>
            ),
          },
          {
            value: 'refused',
            label: t('refused'),
            count: preview && format.number(count),
            panel: preview && (
              <div className={panel}>
                <PreviewRefusals {...{ project, refused, nameOf }} tried={preview.tried} />
              </div>
            ),
          },
        ]}
      />
    </section>
  )
}

type RecordsProps = Pick<Props, 'project' | 'release' | 'seed' | 'nameOf'> & { records: RunPreview['items'] }

/** One at a time. */
function Records({ project, release, seed, records, nameOf }: RecordsProps) {
  const t = useTranslations('synthesis')
  const [wanted, setWanted] = useState(0)
  const total = records.length
  const at = Math.min(wanted, Math.max(0, total - 1))
  const go = (step: number) => setWanted(Math.max(0, Math.min(total - 1, at + step)))
  useScreenKeys([
    { keys: '[', label: t('previous'), run: () => go(-1) },
    { keys: ']', label: t('next'), run: () => go(1) },
  ])
  const record = records[at]
  if (!record) return <p className="text-muted">{t('previewEmpty')}</p>
  return (
    <div className="flex flex-col gap-2">
      <div className="flex max-w-3xl items-center gap-1">
        <span className="flex-1 text-muted tabular-nums">{t('record', { n: at + 1, total })}</span>
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
      </div>
      <InstructionRecord
        project={project}
        release={release}
        record={record}
        nameOf={nameOf}
        actions={<RecordLineage project={project} record={record} seed={seed} />}
      />
    </div>
  )
}
