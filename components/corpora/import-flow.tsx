'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { useDiscardUpload } from '@/components/corpora/corpora.query'
import { DropZone } from '@/components/corpora/drop-zone'
import { ImportReading } from '@/components/corpora/import-reading'
import { sendFile } from '@/components/corpora/send-file'
import { Button } from '@/components/ui/button'
import { useBytes } from '@/components/ui/bytes'
import { ErrorLine } from '@/components/ui/error-state'
import { ProgressBar } from '@/components/ui/progress-bar'
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
  return <ImportReading project={project} upload={step.upload} onAgain={again} />
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
