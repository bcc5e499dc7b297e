'use client'

import { TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactElement } from 'react'
import { useState } from 'react'
import { useFixWords } from '@/components/corpora/fix-words'
import { useFixPreview, useOrderFix } from '@/components/corpora/fixes.query'
import { InstanceText } from '@/components/corpora/instance-text'
import { Button } from '@/components/ui/button'
import { Dialog, DialogClose } from '@/components/ui/dialog'
import { ErrorLine } from '@/components/ui/error-state'
import { Skeleton } from '@/components/ui/skeleton'
import type { Fix } from '@/lib/corpora/fixes/model'
import type { FixPreview } from '@/lib/corpora/fixes/schema'

type Props = { project: string; corpus: string; fix: Fix; trigger: ReactElement; onOrdered?: () => void }

/** Shows what a fix will do before it is done. */
export function FixDialog({ project, corpus, fix, trigger, onOrdered }: Props) {
  const t = useTranslations('fixes')
  const words = useFixWords()
  const [open, setOpen] = useState(false)
  const preview = useFixPreview(project, corpus, open ? fix : null)
  const order = useOrderFix(project, corpus)
  const confirm = () =>
    order.mutate(fix, {
      onSuccess: () => {
        setOpen(false)
        onOrdered?.()
      },
    })
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => {
        setOpen(next)
        order.reset()
      }}
      trigger={trigger}
      wide
      title={words.deed(fix)}
      actions={
        <>
          <DialogClose render={<Button>{t('cancel')}</Button>} />
          <Button
            variant={fix.kind === 'keep' || fix.kind === 'relabel' ? 'primary' : 'danger'}
            disabled={!preview.data || preview.data.instances === 0}
            busy={order.isPending}
            onClick={confirm}
          >
            {t(`confirm.${fix.kind}`)}
          </Button>
        </>
      }
    >
      <ErrorLine error={preview.error ?? order.error} className="pb-2" />
      {preview.isPending && <Skeleton className="h-12" width="100%" />}
      {preview.data && <Preview fix={fix} preview={preview.data} />}
    </Dialog>
  )
}

function Preview({ fix, preview }: { fix: Fix; preview: FixPreview }) {
  const t = useTranslations('fixes')
  const words = useFixWords()
  const { approved, waiting } = preview.guidelines
  return (
    <div className="flex flex-col gap-3">
      <p className="font-medium">{words.effect(fix, preview)}</p>
      {preview.merges && <p>{t('merges')}</p>}
      {approved + waiting > 0 && (
        <p className="flex gap-2 rounded-md bg-waiting-tint p-2">
          <TriangleAlert className="mt-0.5 size-4 shrink-0" aria-hidden />
          {t('guidelines', { approved, waiting })}
        </p>
      )}
      <p className="text-muted">{t('undoable')}</p>
      {fix.kind !== 'keep' &&
        preview.examples.map((example) => <Example key={example.before.ordinal} {...example} />)}
    </div>
  )
}

function Example({ before, after }: FixPreview['examples'][number]) {
  const t = useTranslations('fixes')
  return (
    <section
      aria-label={t('example', { ordinal: before.ordinal })}
      className="hairline-t grid grid-cols-2 gap-4 pt-2 max-sm:grid-cols-1"
    >
      <div className="min-w-0">
        <h3 className="pb-0.5 text-muted text-xs">{t('before')}</h3>
        <InstanceText instance={before} />
      </div>
      <div className="min-w-0">
        <h3 className="pb-0.5 text-muted text-xs">{t('after')}</h3>
        {after ? <InstanceText instance={after} /> : <p className="text-rejected">{t('gone')}</p>}
      </div>
    </section>
  )
}
