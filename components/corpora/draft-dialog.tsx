'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { type DraftedKind, draftedKinds, useDraft } from '@/components/corpora/draft.query'
import { Button } from '@/components/ui/button'
import { Dialog, DialogClose } from '@/components/ui/dialog'
import { ErrorLine } from '@/components/ui/error-state'
import { draftableForms } from '@/lib/artifacts/model'
import type { CorpusView } from '@/lib/corpora/schema'

const CHOICES = ['never', 'rejected', 'all'] as const
type Props = { project: string; corpus: CorpusView }

/** Orders drafts of a kind. A button for each; narrow screens have one, and choose the kind in the dialog. */
export function DraftButtons({ project, corpus }: Props) {
  const t = useTranslations('corpora.detail.drafting')
  const [kind, setKind] = useState<DraftedKind | null>(null)
  const { waiting, approved, rejected } = corpus.guidelines
  const isFirst = waiting + approved + rejected === 0 && canDraft('guideline', corpus)
  const usual = canDraft('guideline', corpus) ? 'guideline' : 'rule'
  return (
    <>
      {draftedKinds.map((one) => (
        <Button
          key={one}
          variant={one === 'guideline' && isFirst ? 'primary' : 'secondary'}
          className="max-lg:hidden"
          disabled={!canDraft(one, corpus)}
          onClick={() => setKind(one)}
        >
          {t(`buttons.${one}`)}
        </Button>
      ))}
      <Button className="lg:hidden" onClick={() => setKind(usual)}>
        {t('button')}
      </Button>
      {kind && <DraftDialog {...{ project, corpus, kind }} onKind={setKind} onClose={() => setKind(null)} />}
    </>
  )
}

function canDraft(kind: DraftedKind, { taskForm }: CorpusView): boolean {
  return kind !== 'guideline' || draftableForms.includes(taskForm)
}

type DialogProps = Props & { kind: DraftedKind; onKind: (kind: DraftedKind) => void; onClose: () => void }

function DraftDialog({ project, corpus, kind, onKind, onClose }: DialogProps) {
  const t = useTranslations('corpora.detail.drafting')
  const [again, setAgain] = useState<(typeof CHOICES)[number]>('never')
  const draft = useDraft(project, corpus.id)
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('title', { name: corpus.name })}
      actions={
        <>
          <DialogClose render={<Button>{t('cancel')}</Button>} />
          <Button
            variant="primary"
            busy={draft.isPending}
            onClick={() => draft.mutate({ kind, again }, { onSuccess: onClose })}
          >
            {t('start')}
          </Button>
        </>
      }
    >
      <fieldset className="flex flex-col gap-2.5 pt-1">
        <legend className="pb-1.5 font-medium text-xs">{t('what')}</legend>
        {draftedKinds.map((one) => (
          <label key={one} className="flex items-start gap-2 has-disabled:text-muted">
            <input
              type="radio"
              name="kind"
              value={one}
              checked={kind === one}
              disabled={!canDraft(one, corpus)}
              onChange={() => onKind(one)}
              className="mt-1"
            />
            <span>
              {t(`kinds.${one}`)}
              <span className="block text-muted text-xs">
                {canDraft(one, corpus) ? t(`texts.${one}`) : t('noDrafter')}
              </span>
            </span>
          </label>
        ))}
      </fieldset>
      <fieldset className="mt-5 flex flex-col gap-2">
        <legend className="pb-1.5 font-medium text-xs">{t('which')}</legend>
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
            <span>{t(value)}</span>
          </label>
        ))}
      </fieldset>
      <ErrorLine error={draft.error} className="pt-3" />
    </Dialog>
  )
}
