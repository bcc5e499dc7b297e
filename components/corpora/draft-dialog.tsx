'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useDraftGuidelines } from '@/components/corpora/corpora.query'
import { Button } from '@/components/ui/button'
import { Dialog, DialogClose } from '@/components/ui/dialog'
import { ErrorLine } from '@/components/ui/error-state'
import { draftableForms } from '@/lib/artifacts/model'
import type { CorpusView } from '@/lib/corpora/schema'

const CHOICES = ['never', 'rejected', 'all'] as const

/** Orders drafts from the corpus miner. The job shows on the corpus's page and at home. */
export function DraftDialog({ project, corpus }: { project: string; corpus: CorpusView }) {
  const t = useTranslations('corpora.detail')
  const [open, setOpen] = useState(false)
  const [again, setAgain] = useState<(typeof CHOICES)[number]>('never')
  const draft = useDraftGuidelines(project, corpus.id)
  const { waiting, approved, rejected } = corpus.guidelines
  const first = waiting + approved + rejected === 0
  if (!draftableForms.includes(corpus.taskForm))
    return (
      <span className="flex items-center gap-2">
        <span id="no-drafter" className="text-muted text-xs">
          {t('noDrafter')}
        </span>
        <Button disabled focusableWhenDisabled aria-describedby="no-drafter">
          {t('draft')}
        </Button>
      </span>
    )
  const start = () => draft.mutate({ again }, { onSuccess: () => setOpen(false) })
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button variant={first ? 'primary' : 'secondary'}>{first ? t('draft') : t('draftAgain')}</Button>
      }
      title={t('drafting.title', { name: corpus.name })}
      description={t('drafting.text')}
      actions={
        <>
          <DialogClose render={<Button>{t('drafting.cancel')}</Button>} />
          <Button variant="primary" busy={draft.isPending} onClick={start}>
            {t('drafting.start')}
          </Button>
        </>
      }
    >
      <fieldset className="flex flex-col gap-2 pt-1">
        <legend className="sr-only">{t('draft')}</legend>
        {CHOICES.map((value) => (
          <label key={value} className="flex items-start gap-2">
            <input
              type="radio"
              name="again"
              value={value}
              checked={again === value}
              onChange={() => setAgain(value)}
              className="mt-1"
            />
            <span>{t(`drafting.${value}`)}</span>
          </label>
        ))}
      </fieldset>
      <ErrorLine error={draft.error} className="pt-3" />
    </Dialog>
  )
}
