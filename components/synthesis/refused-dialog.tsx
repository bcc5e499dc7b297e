'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { refusalsQuery } from '@/components/synthesis/runs.query'
import { Dialog } from '@/components/ui/dialog'
import { ErrorLine } from '@/components/ui/error-state'
import { Skeleton } from '@/components/ui/skeleton'
import { TextLink } from '@/components/ui/text-link'
import type { RefusalReason, RefusedRecord } from '@/lib/synthesis/model'
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
  const t = useTranslations('synthesis.run')
  const { data, error } = useQuery(refusalsQuery(project, run.number))
  const records = data?.items.find((one) => one.reason === reason)?.records ?? []
  return (
    <Dialog
      open
      wide
      onOpenChange={(open) => !open && onClose()}
      title={t('look', { count, reason: t(`reasons.${reason}` as 'reasons.schema') })}
      description={records.length > 0 && t('kept', { count: records.length })}
    >
      <ErrorLine error={error} />
      {!data && !error && <Skeleton className="h-32" />}
      {data && records.length === 0 && <p className="text-muted">{t('keptNone')}</p>}
      <ol>
        {records.map((record) => (
          <li key={`${record.instanceId}/${record.copy}`} className="hairline-t">
            <details>
              <summary className="flex cursor-default flex-wrap items-baseline gap-x-3 py-2">
                <span className="font-mono text-muted text-xs">{`#${record.ordinal}`}</span>
                <span className="min-w-0 flex-1 break-words">{record.why}</span>
                <span className="text-muted text-xs">{nameOf(record.corpusId)}</span>
              </summary>
              <Refused project={project} record={record} />
            </details>
          </li>
        ))}
      </ol>
    </Dialog>
  )
}

function Refused({ project, record }: { project: string; record: RefusedRecord }) {
  const t = useTranslations('synthesis')
  return (
    <div className="flex flex-col gap-2 pb-4">
      {(['instruction', 'input', 'output'] as const).map(
        (part) =>
          record[part] !== '' && (
            <section key={part} className="flex flex-col gap-1">
              <h3 className="font-medium text-muted text-xs">{t(part)}</h3>
              <div
                className={`whitespace-pre-wrap break-words rounded-md bg-sunken px-3 py-2 ${part === 'output' ? 'font-mono text-xs' : ''}`}
              >
                {record[part]}
              </div>
            </section>
          ),
      )}
      <TextLink quiet className="text-muted text-xs" href={`/p/${project}/corpora/${record.corpusId}`}>
        {t('run.toCorpus')}
      </TextLink>
    </div>
  )
}
