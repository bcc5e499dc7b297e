'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { useImportCorpus } from '@/components/corpora/corpora.query'
import { Button } from '@/components/ui/button'
import { ErrorLine } from '@/components/ui/error-state'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { commonLicences, type ImportFormat, splits } from '@/lib/corpora/model'
import type { Preview, UploadView } from '@/lib/corpora/schema'

type Props = { project: string; upload: UploadView; preview: Preview; format: ImportFormat | undefined }
type Details = {
  name: string
  language: string
  licence: string
  source: string
  split: (typeof splits)[number]
}

/** Name, language, licence, source and split: asked for, and kept with everything composed from the corpus. */
export function ImportForm({ project, upload, preview, format }: Props) {
  const t = useTranslations('corpora.importPage')
  const split = useTranslations('corpora.splits')
  const router = useRouter()
  const commit = useImportCorpus(project)
  const [details, setDetails] = useState<Details>({ ...preview.suggested, licence: '', source: '' })
  const [tried, setTried] = useState(false)
  const set = (change: Partial<Details>) => setDetails({ ...details, ...change })
  const missing = (value: string) => (tried && value.trim() === '' ? t('required') : null)

  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (
      [details.name, details.language, details.licence, details.source].some((value) => value.trim() === '')
    )
      return
    commit.mutate(
      { ...details, uploadId: upload.id, format: format ?? preview.format },
      { onSuccess: ({ corpus }) => router.push(`/p/${project}/corpora/${corpus.id}` as never) },
    )
  }

  return (
    <form
      onSubmit={submit}
      noValidate
      className="flex flex-col gap-4 border-line border-t p-4 lg:overflow-y-auto lg:border-t-0 lg:border-l"
    >
      <div>
        <h2 className="font-semibold">{t('details')}</h2>
        <p className="text-muted text-xs">{t('detailsHint')}</p>
      </div>
      <Field label={t('name')} error={missing(details.name)}>
        <Input value={details.name} onChange={(event) => set({ name: event.target.value })} maxLength={120} />
      </Field>
      <Field label={t('language')} hint={t('languageHint')} error={missing(details.language)}>
        <Input
          value={details.language}
          onChange={(event) => set({ language: event.target.value })}
          list="languages"
          maxLength={35}
        />
      </Field>
      <Suggestions id="languages" values={['en', 'zh', 'de', 'es', 'fr', 'ja', 'ko', 'pt', 'ru', 'ar']} />
      <Field label={t('licence')} hint={t('licenceHint')} error={missing(details.licence)}>
        <Input
          value={details.licence}
          onChange={(event) => set({ licence: event.target.value })}
          list="licences"
          maxLength={120}
        />
      </Field>
      <Suggestions id="licences" values={commonLicences} />
      <Field label={t('source')} hint={t('sourceHint')} error={missing(details.source)}>
        <Input
          value={details.source}
          onChange={(event) => set({ source: event.target.value })}
          maxLength={500}
        />
      </Field>
      <Field label={t('split')}>
        <Select
          label={t('split')}
          value={details.split}
          onChange={(value) => set({ split: value })}
          options={splits.map((value) => ({ value, label: split(value) }))}
          className="w-full"
        />
      </Field>
      <ErrorLine error={commit.error} />
      <Button type="submit" variant="primary" busy={commit.isPending} disabled={preview.instanceCount === 0}>
        {preview.complete ? t('commit', { count: preview.instanceCount }) : t('commitAll')}
      </Button>
    </form>
  )
}

function Suggestions({ id, values }: { id: string; values: readonly string[] }) {
  return (
    <datalist id={id}>
      {values.map((value) => (
        <option key={value} value={value} />
      ))}
    </datalist>
  )
}
