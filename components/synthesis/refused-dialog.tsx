'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { RefusedList } from '@/components/synthesis/refused-list'
import { refusalsQuery } from '@/components/synthesis/runs.query'
import { Dialog } from '@/components/ui/dialog'
import { ErrorLine } from '@/components/ui/error-state'
import { Skeleton } from '@/components/ui/skeleton'
import type { RefusalReason } from '@/lib/synthesis/model'
import type { RunView } from '@/lib/synthesis/schema'

type Props = {
  project: string
  run: RunView
  reason: RefusalReason
  count: number
  nameOf: (corpusId: string) => string
  onClose: () => void
}

/** The first records that a gate refused: what was wrong with each, and the record as it would have been. */
export function RefusedDialog({ project, run, reason, count, nameOf, onClose }: Props) {
  const t = useTranslations('synthesis')
  const { data, error } = useQuery(refusalsQuery(project, run.number))
  const records = data?.items.find((one) => one.reason === reason)?.records ?? []
  return (
    <Dialog
      open
      wide
      onOpenChange={(open) => !open && onClose()}
      title={
        <span className="block first-letter:uppercase">
          {t('run.look', { count, gate: t(`gates.${reason as 'length'}`) })}
        </span>
      }
      description={
        records.length > 0 && t('run.kept', { count: records.length, reason: t(`run.reasons.${reason}`) })
      }
    >
      <ErrorLine error={error} />
      {!data && !error && <Skeleton className="h-32" />}
      {data && records.length === 0 && <p className="text-muted">{t('run.keptNone')}</p>}
      <RefusedList project={project} records={records} nameOf={nameOf} />
    </Dialog>
  )
}
