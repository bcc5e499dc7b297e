'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useStartExport } from '@/components/exports/exports.query'
import { Button } from '@/components/ui/button'
import { Dialog, DialogClose } from '@/components/ui/dialog'
import { ErrorLine } from '@/components/ui/error-state'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { type ExportFormat, exportFormats } from '@/lib/exports/model'
import type { RunView } from '@/lib/synthesis/schema'

type Props = { project: string; runs: RunView[]; label: string }

/** Orders the files of one finished run in one trainer's format. */
export function ExportDialog({ project, runs, label }: Props) {
  const t = useTranslations('exports')
  const router = useRouter()
  const [open, setOpen] = useState(false)
  const [chosen, setRun] = useState<string | null>(null)
  const [format, setFormat] = useState<ExportFormat>('openai-chat')
  const start = useStartExport(project)
  const run = chosen ?? String(runs[0]?.number ?? '')
  const order = () =>
    start.mutate(
      { run: Number(run), format },
      {
        onSuccess: () => {
          setOpen(false)
          router.push(`/p/${project}/exports` as never)
        },
      },
    )
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={<Button variant="primary">{label}</Button>}
      title={t('dialog.title')}
      description={t('dialog.text')}
      actions={
        <>
          <DialogClose render={<Button>{t('dialog.cancel')}</Button>} />
          <Button variant="primary" busy={start.isPending} disabled={run === ''} onClick={order}>
            {t('dialog.start')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {runs.length === 0 ? (
          <p className="text-muted">{t('dialog.noRuns')}</p>
        ) : (
          <Field label={t('dialog.run')}>
            <Select
              label={t('dialog.run')}
              className="w-full"
              value={run}
              onChange={setRun}
              options={runs.map(({ number, instructionCount }) => ({
                value: String(number),
                label: t('dialog.runOption', { number, count: instructionCount }),
              }))}
            />
          </Field>
        )}
        <fieldset className="flex flex-col gap-2">
          <legend className="pb-1 font-medium text-xs">{t('dialog.format')}</legend>
          {exportFormats.map((value) => (
            <label key={value} className="flex items-start gap-2">
              <input
                type="radio"
                name="format"
                className="mt-1"
                checked={format === value}
                onChange={() => setFormat(value)}
              />
              <span className="flex flex-col">
                <span>{t(`formats.${value}`)}</span>
                <span className="text-muted text-xs">{t(`formatHints.${value}`)}</span>
              </span>
            </label>
          ))}
        </fieldset>
        <ErrorLine error={start.error} />
      </div>
    </Dialog>
  )
}
