'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { type AskedReading, isReadable, mappingOf, withMapping } from '@/components/corpora/asked-reading'
import { ColumnPicker } from '@/components/corpora/column-picker'
import { usePreview } from '@/components/corpora/corpora.query'
import { ImportForm } from '@/components/corpora/import-form'
import { NO_PLAN } from '@/components/corpora/import-plan'
import { ImportPreview } from '@/components/corpora/import-preview'
import { MappingEditor } from '@/components/corpora/mapping-editor'
import { useUploadSample } from '@/components/corpora/mappings.query'
import { ReadingControls } from '@/components/corpora/reading-controls'
import { ErrorLine } from '@/components/ui/error-state'
import { Skeleton } from '@/components/ui/skeleton'
import { useSettled } from '@/components/ui/use-settled'
import { mappingSchema } from '@/lib/corpora/formats/mapping/schema'
import type { Preview, UploadSample, UploadView } from '@/lib/corpora/schema'

type Props = { project: string; upload: UploadView; onAgain: () => void }

const SETTLES_MS = 300

/** How a file is read and what an import of it would find, until a person is content with both. */
export function ImportReading({ project, upload, onAgain }: Props) {
  const t = useTranslations('corpora.importPage')
  const [asked, setAsked] = useState<AskedReading>({})
  const [plan, setPlan] = useState(NO_PLAN)
  /** Read in another way, the file has other labels and other problems: what was settled before is not about them. */
  const ask = (next: AskedReading) => {
    setAsked(next)
    setPlan({ ...NO_PLAN, known: plan.known })
  }
  const settled = useSettled(asked, SETTLES_MS)
  const isEnough = isReadable(settled)
  const sample = useUploadSample(project, upload.id, settled)
  const preview = usePreview(project, isEnough ? upload.id : null, settled)
  const [known, setKnown] = useState<Preview>()
  if (preview.data && preview.data !== known) setKnown(preview.data)
  const isStale = preview.isPlaceholderData || settled !== asked
  const shown = isEnough && !preview.isError ? preview.data : undefined

  const found = useRef<HTMLElement>(null)
  const isRead = preview.data !== undefined || preview.isError
  useEffect(() => {
    if (isRead) found.current?.focus()
  }, [isRead])
  if (!known && !preview.isError && asked.format === undefined) return <Reading />

  return (
    <section
      ref={found}
      tabIndex={-1}
      aria-label={upload.fileName}
      className="grid flex-1 grid-cols-1 outline-none lg:min-h-0 lg:grid-cols-[minmax(0,1fr)_22rem]"
    >
      <div className="flex min-w-0 flex-col gap-6 p-4 lg:overflow-y-auto">
        <ReadingControls
          fileName={upload.fileName}
          asked={asked}
          preview={known}
          sample={sample.data}
          onAsk={ask}
          onAgain={onAgain}
        />
        {sample.data && (
          <HowToRead project={project} sample={sample.data} preview={known} asked={asked} onAsk={ask} />
        )}
        <ErrorLine error={isEnough ? preview.error : null} />
        {!isEnough && <p role="status">{t('mappingIncomplete')}</p>}
        {shown && <ImportPreview preview={shown} stale={isStale} plan={plan} onPlan={setPlan} />}
      </div>
      {known && (
        <ImportForm
          project={project}
          upload={upload}
          preview={known}
          asked={settled}
          plan={plan}
          onPlan={setPlan}
          ready={shown !== undefined && !isStale}
        />
      )}
    </section>
  )
}

type HowProps = {
  project: string
  sample: UploadSample
  preview: Preview | undefined
  asked: AskedReading
  onAsk: (asked: AskedReading) => void
}

/** What a person says of the records themselves: a mapping, or which column is which. */
function HowToRead({ project, sample, preview, asked, onAsk }: HowProps) {
  if (asked.format === 'mapping') {
    const mapping = mappingOf(asked) ?? sample.suggested ?? mappingSchema.parse({ taskForm: 'ner' })
    return (
      <MappingEditor
        project={project}
        sample={sample}
        mapping={mapping}
        onChange={(next) => onAsk(withMapping(asked, next))}
      />
    )
  }
  if (!sample.table) return null
  const options = asked.options ?? {}
  const format = asked.format ?? preview?.format
  const ask = (change: Record<string, unknown>) =>
    onAsk({ ...asked, ...(format && { format }), options: { ...options, ...change } })
  const told = options.multiLabelSeparator
  const separator = typeof told === 'string' ? told : ''
  return (
    <ColumnPicker
      table={sample.table}
      columns={(options.columns ?? {}) as Record<string, string>}
      onColumns={(columns) => ask({ columns })}
      separator={
        format === 'csv'
          ? { value: separator, onChange: (next) => ask({ multiLabelSeparator: next || undefined }) }
          : undefined
      }
    />
  )
}

function Reading() {
  const t = useTranslations('corpora.importPage')
  return (
    <div role="status" className="mx-auto flex w-full max-w-2xl flex-col gap-3 px-4 py-10">
      <p className="text-muted">{t('reading')}</p>
      {[90, 75, 82, 60, 70].map((width) => (
        <Skeleton key={width} className="h-4" width={`${width}%`} />
      ))}
    </div>
  )
}
