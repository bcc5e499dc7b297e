'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useImportLibrary, useLibraryPlan, useSendFolder } from '@/components/library/folder.query'
import { PlannedFiles } from '@/components/library/planned-files'
import { Button } from '@/components/ui/button'
import { Dialog, DialogClose } from '@/components/ui/dialog'
import { ErrorLine } from '@/components/ui/error-state'
import { Select } from '@/components/ui/select'
import { Skeleton } from '@/components/ui/skeleton'
import { TextLink } from '@/components/ui/text-link'
import type { WritingCorpus } from '@/components/writing/writing-dialog'

type Props = { project: string; corpora: readonly WritingCorpus[]; onClose: () => void }

/** Brings a folder in: it is looked at first, and becomes drafts and nothing else. */
export function ImportDialog({ project, corpora, onClose }: Props) {
  const t = useTranslations('library.folder')
  const send = useSendFolder(project)
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      wide
      title={t('importTitle')}
      description={t('importText')}
    >
      {send.data ? (
        <Plan project={project} upload={send.data.id} corpora={corpora} onClose={onClose} />
      ) : (
        <div className="flex flex-col gap-3">
          {/* The browser's own control speaks the browser's language, not the screen's. */}
          <label className="flex cursor-pointer flex-col items-center rounded-md border border-line border-dashed p-8 text-muted focus-within:border-focus hover:bg-hover">
            <input
              type="file"
              accept=".zip,application/zip"
              disabled={send.isPending}
              onChange={(event) => {
                const [file] = event.target.files ?? []
                if (file) send.mutate(file)
              }}
              className="sr-only"
            />
            {t('choose')}
          </label>
          {send.isPending && <Skeleton className="h-6" />}
          <ErrorLine error={send.error} />
        </div>
      )}
    </Dialog>
  )
}

function Plan({ project, upload, corpora, onClose }: Props & { upload: string }) {
  const t = useTranslations('library.folder')
  const ui = useTranslations('ui')
  const [meant, setMeant] = useState<Record<string, string>>({})
  const { data: plan, error } = useLibraryPlan(project, upload, meant)
  const bring = useImportLibrary(project)
  if (error) return <ErrorLine error={error} />
  if (!plan) return <Skeleton className="h-40" />
  if (bring.data)
    return (
      <div className="flex flex-col gap-3">
        <p role="status">{t('ordered')}</p>
        <div className="flex items-center justify-end gap-3">
          <TextLink href={`/p/${project}`}>{t('watch')}</TextLink>
          <Button onClick={onClose}>{t('close')}</Button>
        </div>
      </div>
    )
  const { counts } = plan
  const drafts = counts.new + counts.changed
  const names = [...new Set([...plan.unknownCorpora, ...Object.keys(meant)])]
  return (
    <div className="flex flex-col gap-4">
      <p>
        {(['new', 'changed', 'same', 'waits', 'faulty'] as const)
          .filter((state) => counts[state] > 0)
          .map((state) => t(`counts.${state}`, { count: counts[state] }))
          .join(' · ')}
      </p>
      {names.map((name) => (
        <div key={name} className="flex flex-wrap items-center gap-2">
          <span className="min-w-40">{t('unknownCorpus', { name })}</span>
          <Select
            size="sm"
            label={t('unknownCorpus', { name })}
            placeholder={t('chooseCorpus')}
            value={meant[name] ?? null}
            onChange={(id) => setMeant({ ...meant, [name]: id })}
            options={corpora.map((corpus) => ({ value: corpus.id, label: corpus.name }))}
          />
        </div>
      ))}
      <PlannedFiles files={plan.files} />
      <ErrorLine error={bring.error} />
      <div className="flex justify-end gap-2">
        <DialogClose render={<Button>{ui('cancel')}</Button>} />
        <Button
          variant="primary"
          busy={bring.isPending}
          disabled={drafts === 0}
          onClick={() => bring.mutate({ uploadId: upload, corpora: meant })}
        >
          {t('confirm', { count: drafts })}
        </Button>
      </div>
    </div>
  )
}
