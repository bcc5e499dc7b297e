'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useContentText, useSplit } from '@/components/library/reuse.query'
import { TextEditor } from '@/components/library/text-editor'
import { Button } from '@/components/ui/button'
import { Dialog, DialogClose } from '@/components/ui/dialog'
import { ErrorLine } from '@/components/ui/error-state'
import { Skeleton } from '@/components/ui/skeleton'
import type { LibraryKind } from '@/lib/artifacts/model'

type Props = { project: string; artifact: string; title: string; kind: LibraryKind; onClose: () => void }

/** One text twice: from each, what belongs to the other is taken out. */
export function SplitDialog({ project, artifact, title, kind, onClose }: Props) {
  const t = useTranslations('library.split')
  const ui = useTranslations('ui')
  const start = useContentText(project, artifact)
  const split = useSplit(project, artifact)
  const [typed, setTyped] = useState<{ first?: string; second?: string }>({})
  const first = typed.first ?? start.data?.text
  const second = typed.second ?? start.data?.text
  const isReady = first !== undefined && second !== undefined
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      broad
      title={t('title', { title })}
      description={t('text')}
      actions={
        <>
          <ErrorLine error={split.error ?? start.error} className="min-w-0 flex-1" />
          <DialogClose render={<Button>{ui('cancel')}</Button>} />
          <Button
            variant="primary"
            busy={split.isPending}
            disabled={!isReady}
            onClick={() => isReady && split.mutate({ first, second }, { onSuccess: onClose })}
          >
            {t('confirm')}
          </Button>
        </>
      }
    >
      {isReady ? (
        <div className="grid gap-6 md:grid-cols-2">
          <TextEditor
            label={t('first')}
            hint={t('firstHint')}
            text={first}
            onChange={(text) => setTyped({ ...typed, first: text })}
          />
          <TextEditor
            label={t('second')}
            hint={t(`secondHint.${kind}`)}
            text={second}
            onChange={(text) => setTyped({ ...typed, second: text })}
          />
        </div>
      ) : (
        <Skeleton className="h-64" />
      )}
    </Dialog>
  )
}
