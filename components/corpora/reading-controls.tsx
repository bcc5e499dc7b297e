'use client'

import { useTranslations } from 'next-intl'
import { type AskedReading, withMapping } from '@/components/corpora/asked-reading'
import { Button } from '@/components/ui/button'
import { Select } from '@/components/ui/select'
import { optionsSchema as bratOptionsSchema, bratUnits } from '@/lib/corpora/formats/brat/schema'
import { encodings, type ImportFormat, importFormats } from '@/lib/corpora/model'
import type { Preview, UploadSample } from '@/lib/corpora/schema'

type Props = {
  fileName: string
  asked: AskedReading
  preview: Preview | undefined
  sample: UploadSample | undefined
  onAsk: (asked: AskedReading) => void
  onAgain: () => void
}

/** How the file is read: what was told from its content stands there, and each can be said otherwise. */
export function ReadingControls({ fileName, asked, preview, sample, onAsk, onAgain }: Props) {
  const t = useTranslations('corpora.importPage')
  const forms = useTranslations('corpora.taskForms')
  const { entry, encoding, ...rest } = asked
  const packing = { ...(entry !== undefined && { entry }), ...(encoding && { encoding }) }
  const isMapped = asked.format === 'mapping'
  const askFormat = (format: ImportFormat) => (format === 'mapping' ? map() : onAsk({ ...packing, format }))
  const map = () => onAsk(withMapping(packing, sample?.suggested ?? null))
  const isDoubtful = preview && (preview.encodingIsGuess || preview.encoding !== 'utf-8')
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <span className="min-w-0 truncate font-medium">{fileName}</span>
        <Button size="sm" variant="quiet" onClick={onAgain}>
          {t('again')}
        </Button>
      </div>
      <div className="flex flex-wrap items-center gap-2">
        {preview && preview.entries.length > 1 && (
          <Labelled label={t('entry')}>
            <Select
              size="sm"
              label={t('entry')}
              value={preview.entry}
              onChange={(next) => onAsk({ entry: next })}
              options={preview.entries.map((value) => ({ value, label: value }))}
              className="max-w-72"
            />
          </Labelled>
        )}
        <Labelled label={t('format')}>
          <FormatSelect
            value={asked.format ?? preview?.format ?? null}
            preview={preview}
            onChange={askFormat}
          />
        </Labelled>
        {preview && !isMapped && preview.taskForms.length > 1 && (
          <Labelled label={t('taskForm')}>
            <Select
              size="sm"
              label={t('taskForm')}
              value={asked.taskForm ?? preview.taskForm}
              onChange={(taskForm) => onAsk({ ...packing, ...rest, format: preview.format, taskForm })}
              options={preview.taskForms.map((value) => ({ value, label: forms(value) }))}
            />
          </Labelled>
        )}
        {preview?.format === 'brat' && (
          <Labelled label={t('unit')}>
            <Select
              size="sm"
              label={t('unit')}
              value={bratOptionsSchema.safeParse(preview.options).data?.unit ?? 'document'}
              onChange={(unit) => onAsk({ ...packing, ...rest, format: 'brat', options: { unit } })}
              options={bratUnits.map((value) => ({ value, label: t(`units.${value}`) }))}
            />
          </Labelled>
        )}
        {isDoubtful && (
          <Labelled label={t('encoding')}>
            <Select
              size="sm"
              label={t('encoding')}
              value={preview.encoding}
              onChange={(next) => onAsk({ ...asked, encoding: next })}
              options={encodings.map((value) => ({ value, label: value }))}
            />
          </Labelled>
        )}
      </div>
      {isDoubtful && preview.encodingIsGuess && (
        <p className="text-waiting text-xs">{t('encodingGuessed')}</p>
      )}
      {!isMapped && sample && (
        <Mappable sample={sample} onMap={map} onUse={(mapping) => onAsk(withMapping(packing, mapping))} />
      )}
    </div>
  )
}

function Labelled({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <span className="flex min-w-0 items-center gap-1.5">
      <span className="shrink-0 text-muted text-xs">{label}</span>
      {children}
    </span>
  )
}

type FormatProps = {
  value: ImportFormat | null
  preview: Preview | undefined
  onChange: (format: ImportFormat) => void
}

/** What the file could be first, then every other format, each with what it is. */
function FormatSelect({ value, preview, onChange }: FormatProps) {
  const t = useTranslations('corpora')
  const likely = preview?.formats ?? []
  const sorted = [...new Set([...likely.filter((one) => one !== 'mapping'), ...importFormats])]
  return (
    <Select
      size="sm"
      label={t('importPage.format')}
      placeholder={t('importPage.formatUnknown')}
      value={value}
      onChange={onChange}
      options={sorted.map((format) => ({
        value: format,
        label: t(`formats.${format}`),
        hint: format === likely[0] ? t('importPage.recognised') : t(`formatHints.${format}`),
      }))}
    />
  )
}

type MappableProps = {
  sample: UploadSample
  onMap: () => void
  onUse: (mapping: UploadSample['fitting'][number]['mapping']) => void
}

/** Mappings that were saved from files of the same shape, and the way to a new one. */
function Mappable({ sample, onMap, onUse }: MappableProps) {
  const t = useTranslations('corpora.importPage')
  if (sample.layout === null) return null
  return (
    <div className="flex flex-wrap items-center gap-2 text-xs">
      {sample.fitting.length > 0 && <span className="text-muted">{t('fitting')}</span>}
      {sample.fitting.slice(0, 4).map(({ id, name, mapping }) => (
        <Button key={id} size="sm" onClick={() => onUse(mapping)}>
          {name}
        </Button>
      ))}
      <Button size="sm" variant="quiet" onClick={onMap}>
        {t('map')}
      </Button>
    </div>
  )
}
