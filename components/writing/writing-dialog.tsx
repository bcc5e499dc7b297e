'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog, DialogClose } from '@/components/ui/dialog'
import { ErrorLine } from '@/components/ui/error-state'
import { Select } from '@/components/ui/select'
import { ChangeConflict, type MergingProps } from '@/components/writing/change-conflict'
import type { VersionView } from '@/lib/artifacts/schema'
import type { WrittenDraft } from '@/lib/artifacts/writing/schema'
import type { TaskForm } from '@/lib/tasks/model'

export type WritingCorpus = { id: string; name: string; taskForm: TaskForm }

export type WritingProps = {
  project: string
  person: string
  corpora: readonly WritingCorpus[]
  /** The newest version of what is changed; without it, something new is written. */
  changing?: VersionView
  onWritten: (draft: WrittenDraft) => void
  onClose: () => void
}

type Props = {
  kind: 'guideline' | 'rule' | 'format'
  changing?: VersionView
  /** What has to be chosen before anything can be written. */
  choices: ReactNode
  form: ReactNode
  /** What comes of what is being typed, beside the form. */
  beside: ReactNode
  error: unknown
  /** What is typed as content, and what is done with it when it was merged with what came meanwhile. */
  merging?: Pick<MergingProps, 'mine' | 'onMerged'> & { project: string; person: string }
  busy: boolean
  disabled?: boolean
  onSend: () => void
  onClose: () => void
}

/** Something to write, with what would come of it; sent, it waits in the queue like any draft. */
export function WritingDialog(props: Props) {
  const t = useTranslations('writing')
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && props.onClose()}
      broad
      title={t(props.changing ? `changes.${props.kind}` : `titles.${props.kind}`)}
      description={t(props.changing ? 'becomesNext' : 'becomes')}
      actions={
        <>
          <div className="min-w-0 flex-1">
            <ErrorLine error={props.error} />
            {props.merging && props.changing && (
              <ChangeConflict
                changing={props.changing}
                error={props.error}
                busy={props.busy}
                {...props.merging}
              />
            )}
          </div>
          <DialogClose render={<Button>{t('cancel')}</Button>} />
          <Button variant="primary" busy={props.busy} disabled={props.disabled} onClick={props.onSend}>
            {t('send')}
          </Button>
        </>
      }
    >
      <div className="flex flex-wrap items-end gap-3 pb-4">{props.choices}</div>
      <div className="grid gap-x-8 gap-y-6 lg:grid-cols-[minmax(0,1fr)_minmax(0,1.1fr)]">
        <div className="min-w-0">{props.form}</div>
        <div className="min-w-0 lg:sticky lg:top-0 lg:self-start">{props.beside}</div>
      </div>
    </Dialog>
  )
}

/** The corpus that it is about. */
export function CorpusChoice({
  corpora,
  corpus,
  onChange,
}: {
  corpora: readonly WritingCorpus[]
  corpus: string
  onChange: (corpus: string) => void
}) {
  const t = useTranslations('writing')
  return (
    <Select
      label={t('corpus')}
      value={corpus}
      onChange={onChange}
      options={corpora.map(({ id, name }) => ({ value: id, label: name }))}
    />
  )
}
