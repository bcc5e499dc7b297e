'use client'

import { ChevronRight } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { instanceAddress } from '@/components/corpora/instance-filter'
import { faultPlaces } from '@/components/synthesis/fault-places'
import { useFaultWords } from '@/components/synthesis/use-fault-words'
import { AnnotatedText } from '@/components/ui/annotated-text'
import { TextLink } from '@/components/ui/text-link'
import type { RefusedRecord } from '@/lib/synthesis/model'

type Props = {
  project: string
  records: readonly RefusedRecord[]
  nameOf: (corpusId: string) => string
}

/** Records that a gate refused: what was wrong with each; opened, the record as it would have been, with that marked. */
export function RefusedList({ project, records, nameOf }: Props) {
  const wordsOf = useFaultWords()
  return (
    <ol>
      {records.map((record) => (
        <li key={`${record.instanceId}/${record.copy}`} className="hairline-t">
          <details className="group">
            <summary className="flex min-h-8 cursor-default list-none flex-wrap items-baseline gap-x-2 rounded-sm py-1.5">
              <ChevronRight
                className="size-3.5 shrink-0 self-center text-muted transition-transform group-open:rotate-90"
                aria-hidden
              />
              <span className="min-w-0 flex-1 break-words">{wordsOf(record)}</span>
              <span className="text-muted text-xs tabular-nums max-sm:basis-full max-sm:pl-5.5">
                {`${nameOf(record.corpusId)} #${record.ordinal}`}
              </span>
            </summary>
            <Refused project={project} record={record} nameOf={nameOf} />
          </details>
        </li>
      ))}
    </ol>
  )
}

const NONE: readonly never[] = []

function Refused({ project, record, nameOf }: Omit<Props, 'records'> & { record: RefusedRecord }) {
  const t = useTranslations('synthesis')
  const { twin } = record
  return (
    <div className="flex flex-col gap-2 pb-4 pl-5.5">
      {(['instruction', 'input', 'output'] as const).map(
        (part) =>
          record[part] !== '' && (
            <section key={part} className="flex flex-col gap-1">
              <h4 className="font-medium text-muted text-xs">{t(part)}</h4>
              <div
                className={`max-h-72 overflow-auto break-words rounded-md bg-sunken px-3 py-2 ${part === 'output' ? 'font-mono text-xs' : ''}`}
              >
                <AnnotatedText text={record[part]} spans={NONE} hits={faultPlaces(record[part], record)} />
              </div>
            </section>
          ),
      )}
      <p className="flex flex-wrap gap-x-4 text-xs">
        <TextLink href={instanceAddress(project, record)}>{t('run.toInstance')}</TextLink>
        {twin && (
          <TextLink href={instanceAddress(project, twin)}>
            {t('run.toTwin', { corpus: nameOf(twin.corpusId), ordinal: twin.ordinal })}
          </TextLink>
        )}
      </p>
    </div>
  )
}
