'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { useDiscardUpload, usePreview } from '@/components/corpora/corpora.query'
import { DropZone } from '@/components/corpora/drop-zone'
import { ImportForm } from '@/components/corpora/import-form'
import { ImportPreview } from '@/components/corpora/import-preview'
import { sendFile } from '@/components/corpora/send-file'
import { Button } from '@/components/ui/button'
import { useBytes } from '@/components/ui/bytes'
import { ErrorLine, ErrorState } from '@/components/ui/error-state'
import { ProgressBar } from '@/components/ui/progress-bar'
import { Skeleton } from '@/components/ui/skeleton'
import type { ImportFormat } from '@/lib/corpora/model'
import type { UploadView } from '@/lib/corpora/schema'

type Step =
  | { at: 'choose'; back?: boolean; error?: unknown; cancelled?: boolean }
  | { at: 'sending'; name: string; sent: number; total: number; abort: AbortController }
  | { at: 'preview'; upload: UploadView }

/** Choose a file, send it, see what an import would find, say what it is, import. */
export function ImportFlow({ project }: { project: string }) {
  const [step, setStep] = useState<Step>({ at: 'choose' })
  const discard = useDiscardUpload(project)

  const send = async (file: File) => {
    const abort = new AbortController()
    const sending = { at: 'sending', name: file.name, sent: 0, total: file.size, abort } as const
    setStep(sending)
    try {
      const onProgress = (sent: number, total: number) => setStep({ ...sending, sent, total })
      setStep({ at: 'preview', upload: await sendFile(project, file, { onProgress, signal: abort.signal }) })
    } catch (error) {
      const why = abort.signal.aborted ? { cancelled: true } : { error }
      setStep({ at: 'choose', back: true, ...why })
    }
  }

  if (step.at === 'sending') return <Sending {...step} />
  if (step.at === 'choose') return <Choose {...step} onFile={send} />
  const again = () => {
    discard.mutate(step.upload.id)
    setStep({ at: 'choose', back: true })
  }
  return <Previewed project={project} upload={step.upload} onAgain={again} />
}

type ChooseProps = {
  /** Somebody came here from a later step: the keyboard goes on at the button. */
  back?: boolean
  error?: unknown
  cancelled?: boolean
  onFile: (file: File) => void
}

function Choose({ back, error, cancelled, onFile }: ChooseProps) {
  const t = useTranslations('corpora.importPage')
  return (
    <div className="mx-auto flex w-full max-w-2xl flex-col gap-4 px-4 py-10">
      <p className="max-w-prose text-muted">{t('lead')}</p>
      <DropZone onFile={onFile} focus={back} />
      {cancelled && <p role="status">{t('cancelled')}</p>}
      <ErrorLine error={error} />
    </div>
  )
}

function Sending({
  name,
  sent,
  total,
  abort,
}: {
  name: string
  sent: number
  total: number
  abort: AbortController
}) {
  const t = useTranslations('corpora.importPage')
  const bytes = useBytes()
  const title = useRef<HTMLParagraphElement>(null)
  useEffect(() => title.current?.focus(), [])
  // A tab that is closed in the middle would lose the upload: the browser asks first.
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [])
  return (
    <div className="mx-auto flex w-full max-w-md flex-col gap-3 px-4 py-16">
      <p ref={title} tabIndex={-1} className="truncate font-medium outline-none">
        {t('sending', { name })}
      </p>
      <ProgressBar label={t('sending', { name })} done={sent} total={total || null} />
      <div className="flex items-center justify-between text-muted">
        <span>{t('sent', { sent: bytes(sent), total: bytes(total) })}</span>
        <Button size="sm" onClick={() => abort.abort()}>
          {t('cancel')}
        </Button>
      </div>
    </div>
  )
}

function Previewed({
  project,
  upload,
  onAgain,
}: {
  project: string
  upload: UploadView
  onAgain: () => void
}) {
  const t = useTranslations('corpora.importPage')
  const [format, setFormat] = useState<ImportFormat>()
  const preview = usePreview(project, upload.id, format)
  const found = useRef<HTMLElement>(null)
  const isRead = preview.data !== undefined
  useEffect(() => {
    if (isRead) found.current?.focus()
  }, [isRead])
  if (preview.isError && !preview.data)
    return (
      <ErrorState error={preview.error} retry={() => preview.refetch()}>
        <Button onClick={onAgain}>{t('again')}</Button>
      </ErrorState>
    )
  if (!preview.data) return <Reading />
  return (
    <section
      ref={found}
      tabIndex={-1}
      aria-label={upload.fileName}
      className="grid flex-1 grid-cols-1 outline-none lg:min-h-0 lg:grid-cols-[minmax(0,1fr)_22rem]"
    >
      <ImportPreview
        fileName={upload.fileName}
        preview={preview.data}
        stale={preview.isPlaceholderData}
        error={preview.error}
        onFormat={setFormat}
        onAgain={onAgain}
      />
      <ImportForm project={project} upload={upload} preview={preview.data} format={format} />
    </section>
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
