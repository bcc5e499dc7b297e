'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ExportChoices } from '@/components/exports/export-choices'
import { ExportPreviewPane } from '@/components/exports/export-preview-pane'
import { useExportPreview, useStartExport } from '@/components/exports/exports.query'
import { Button } from '@/components/ui/button'
import { Dialog, DialogClose } from '@/components/ui/dialog'
import { ErrorLine } from '@/components/ui/error-state'
import { TextLink } from '@/components/ui/text-link'
import { useSettled } from '@/components/ui/use-settled'
import { exportOptionsSchema } from '@/lib/exports/model'
import type { ExportOrder, ExportPreview } from '@/lib/exports/schema'
import type { RunView } from '@/lib/synthesis/schema'

const SHORTEST_REASON = 3

type Props = { project: string; runs: RunView[]; label: string }

/** Orders the files of one finished run in one trainer's format, and shows what they will be. */
export function ExportDialog({ project, runs, label }: Props) {
  const t = useTranslations('exports.dialog')
  const router = useRouter()
  const [open, setOpen] = useState(false)
  const [chosen, setOrder] = useState<Partial<ExportOrder>>({})
  const start = useStartExport(project)
  const order: ExportOrder = {
    run: runs[0]?.number ?? 0,
    format: 'openai-chat',
    ...exportOptionsSchema.parse({}),
    ...chosen,
  }
  // The reason changes nothing of what is shown, and a name is looked at only when the export begins.
  const looked = useSettled(
    JSON.stringify({ ...order, licenceReason: null, destination: { to: 'gloss' } }),
    150,
  )
  const run = runs.find(({ number }) => number === order.run)
  const isHeld = run !== undefined && !run.released
  const preview = useExportPreview(project, open && order.run > 0 ? JSON.parse(looked) : null)
  const reason = order.licenceReason?.trim() ?? ''
  const needsReason = (preview.data?.conflicts.length ?? 0) > 0 && reason.length < SHORTEST_REASON
  const submit = () =>
    start.mutate(fitting({ ...order, licenceReason: needed(preview.data, reason) }, preview.data?.can), {
      onSuccess: ({ export: { id } }) => {
        setOpen(false)
        router.push(`/p/${project}/exports/${id}` as never)
      },
    })
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={<Button variant="primary">{label}</Button>}
      title={t('title')}
      description={t('text')}
      wide
      actions={
        <>
          <DialogClose render={<Button>{t('cancel')}</Button>} />
          <Button
            variant="primary"
            busy={start.isPending}
            disabled={order.run === 0 || isHeld || needsReason}
            onClick={submit}
          >
            {t('start')}
          </Button>
        </>
      }
    >
      {isHeld && (
        <p role="status" className="mb-4 rounded-md bg-waiting-soft px-3 py-2 text-waiting">
          {t('notReleased', { number: order.run })}{' '}
          <TextLink href={`/p/${project}/compose/${order.run}#audit`} onClick={() => setOpen(false)}>
            {t('toAudit')}
          </TextLink>
        </p>
      )}
      {runs.length === 0 ? (
        <p className="text-muted">{t('noRuns')}</p>
      ) : (
        <div className="grid gap-6 md:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
          <ExportChoices
            runs={runs}
            order={order}
            preview={preview.data}
            onChange={(change) => setOrder({ ...chosen, ...change })}
          />
          <ExportPreviewPane preview={preview} order={order} />
        </div>
      )}
      <ErrorLine error={start.error} />
    </Dialog>
  )
}

/** A reason that was typed for another licence is not kept for this one. */
function needed(preview: ExportPreview | undefined, reason: string): string | null {
  return preview?.conflicts.length ? reason : null
}

/** What was chosen for one format and does not fit another is left out. */
function fitting(
  order: ExportOrder,
  can?: { gzip: boolean; huggingface: boolean; draftPairs: boolean },
): ExportOrder {
  if (!can) return order
  return {
    ...order,
    gzip: order.gzip && can.gzip,
    draftPairs: order.draftPairs && can.draftPairs,
    layout: can.huggingface ? order.layout : 'flat',
  }
}
