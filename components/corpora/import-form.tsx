'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type ComponentProps, type FormEvent, type ReactNode, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { AskedReading } from '@/components/corpora/asked-reading'
import { useImportCorpus } from '@/components/corpora/corpora.query'
import { type Details, faultyDetail, type TextDetail, textDetails } from '@/components/corpora/import-details'
import type { ImportPlan } from '@/components/corpora/import-plan'
import { ImportSteps } from '@/components/corpora/import-steps'
import { Button } from '@/components/ui/button'
import { ErrorLine } from '@/components/ui/error-state'
import { useErrorText } from '@/components/ui/error-text'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { commonLicences, splits } from '@/lib/corpora/model'
import type { Preview, UploadView } from '@/lib/corpora/schema'

type Props = {
  project: string
  upload: UploadView
  preview: Preview
  /** How the file was asked to be read. */
  asked: AskedReading
  plan: ImportPlan
  onPlan: (plan: ImportPlan) => void
  /** Does the preview show what an import would find now? */
  ready: boolean
}

/** Name, language, licence, source and split: asked for, and kept with everything composed from the corpus. */
export function ImportForm({ project, upload, preview, asked, plan, onPlan, ready }: Props) {
  const t = useTranslations('corpora.importPage')
  const plans = useTranslations('fixes.plan')
  const split = useTranslations('corpora.splits')
  const textOf = useErrorText()
  const router = useRouter()
  const commit = useImportCorpus(project)
  const form = useRef<HTMLFormElement>(null)
  const [details, setDetails] = useState<Details>({ ...preview.suggested, licence: '', source: '' })
  const [tried, setTried] = useState(false)
  const refused = faultyDetail(commit.error)

  const set = (change: Partial<Details>) => {
    setDetails({ ...details, ...change })
    if (commit.error) commit.reset()
  }
  const isMissing = (field: TextDetail) => details[field].trim() === ''
  const faultOf = (field: TextDetail) => {
    if (refused === field) return textOf(commit.error)
    return tried && isMissing(field) ? t('required') : null
  }
  const goTo = (field: TextDetail) => {
    const control = form.current?.elements.namedItem(field)
    if (control instanceof HTMLElement) control.focus()
  }
  const text = (field: TextDetail) => ({
    name: field,
    label: t(field),
    error: faultOf(field),
    value: details[field],
    onValueChange: (value: string) => set({ [field]: value }),
  })

  const submit = (event: FormEvent) => {
    event.preventDefault()
    flushSync(() => setTried(true)) // what is wrong stands at the field before it is read aloud
    const missing = textDetails.find(isMissing)
    if (missing) return goTo(missing)
    commit.mutate(
      {
        ...{ ...details, ...asked, uploadId: upload.id, format: asked.format ?? preview.format },
        plan: { fixes: [...plan.fixes], ...(plan.known.length > 0 && { known: [...plan.known] }) },
      },
      {
        onSuccess: ({ corpus }) => router.push(`/p/${project}/corpora/${corpus.id}` as never),
        onError: (error) => {
          const field = faultyDetail(error)
          if (field) goTo(field)
        },
      },
    )
  }

  const commitWords = () => {
    if (plan.fixes.length > 0) return plans('commit', { count: plan.fixes.length })
    return preview.complete ? t('commit', { count: preview.instanceCount }) : t('commitAll')
  }

  return (
    <form
      ref={form}
      onSubmit={submit}
      noValidate
      className="flex flex-col gap-4 border-line border-t p-4 lg:overflow-y-auto lg:border-t-0 lg:border-l"
    >
      <div>
        <h2 className="font-semibold">{t('details')}</h2>
        <p className="text-muted text-xs">{t('detailsHint')}</p>
      </div>
      <TextField {...text('name')} maxLength={120} />
      <TextField {...text('language')} hint={t('languageHint')} list="languages" maxLength={35} />
      <Suggestions id="languages" values={['en', 'zh', 'de', 'es', 'fr', 'ja', 'ko', 'pt', 'ru', 'ar']} />
      <TextField {...text('licence')} hint={t('licenceHint')} list="licences" maxLength={120} />
      <Suggestions id="licences" values={commonLicences} />
      <TextField {...text('source')} hint={t('sourceHint')} maxLength={500} />
      <Field label={t('split')}>
        <Select
          label={t('split')}
          value={details.split}
          onChange={(value) => set({ split: value })}
          options={splits.map((value) => ({ value, label: split(value) }))}
          className="w-full"
        />
      </Field>
      <ImportSteps preview={preview} plan={plan} onPlan={onPlan} />
      <ErrorLine error={refused ? null : commit.error} />
      <Button
        type="submit"
        variant="primary"
        busy={commit.isPending}
        disabled={!ready || preview.instanceCount === 0}
      >
        {commitWords()}
      </Button>
    </form>
  )
}

type TextFieldProps = ComponentProps<typeof Input> & { label: string; hint?: ReactNode; error: string | null }

function TextField({ label, hint, error, ...input }: TextFieldProps) {
  return (
    <Field label={label} hint={hint} error={error}>
      <Input {...input} />
    </Field>
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
