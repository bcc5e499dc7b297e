'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { connectionsQuery } from '@/components/models/connections.query'
import { DraftEstimate } from '@/components/models/draft-estimate'
import {
  type DraftOrder,
  draftedKinds,
  estimatedOrder,
  fittingDrafter,
  hasAgain,
  type OrderedKind,
  orderedKinds,
} from '@/components/models/draft-order'
import { DrafterChoice } from '@/components/models/drafter-choice'
import { useDraft } from '@/components/models/drafting.query'
import { TranslationChoice } from '@/components/models/translation-choice'
import { Button } from '@/components/ui/button'
import { Dialog, DialogClose } from '@/components/ui/dialog'
import { ErrorLine } from '@/components/ui/error-state'
import { againSchema, draftableForms } from '@/lib/artifacts/model'
import type { CorpusView } from '@/lib/corpora/schema'

type Props = { project: string; corpus: CorpusView }

/** Orders drafts of a kind. A button for each; narrow screens have one, and choose the kind in the dialog. */
export function DraftButtons({ project, corpus }: Props) {
  const t = useTranslations('corpora.detail.drafting')
  const [kind, setKind] = useState<OrderedKind | null>(null)
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
      {kind && <DraftDialog {...{ project, corpus, kind }} onClose={() => setKind(null)} />}
    </>
  )
}

function canDraft(kind: OrderedKind, { taskForm }: CorpusView): boolean {
  return (kind !== 'guideline' && kind !== 'paraphrase') || draftableForms.includes(taskForm)
}

type DialogProps = Props & { kind: OrderedKind; onClose: () => void }

function DraftDialog({ project, corpus, kind: first, onClose }: DialogProps) {
  const t = useTranslations('corpora.detail.drafting')
  const { data: connections } = useQuery(connectionsQuery(project))
  const [chosen, setChosen] = useState<DraftOrder>({
    ...{ kind: first, by: 'miner', isBatch: false, again: 'never' },
    ...{ texts: 'label-names', into: 'zh' },
  })
  const fitting = fittingDrafter(chosen, connections?.items ?? [])
  const order: DraftOrder = {
    ...chosen,
    by: fitting ?? 'miner',
    isBatch: chosen.isBatch && fitting !== 'miner',
  }
  const change = (part: Partial<DraftOrder>) => setChosen({ ...order, ...part })
  const draft = useDraft(project, corpus.id)
  return (
    <Dialog
      open
      wide
      onOpenChange={(open) => !open && onClose()}
      title={t('title', { name: corpus.name })}
      actions={
        <>
          <DialogClose render={<Button>{t('cancel')}</Button>} />
          <Button
            variant="primary"
            busy={draft.isPending}
            disabled={fitting === null}
            onClick={() => draft.mutate(order, { onSuccess: onClose })}
          >
            {t('start')}
          </Button>
        </>
      }
    >
      <div className="grid gap-x-8 gap-y-5 pt-1 sm:grid-cols-2">
        <KindChoice corpus={corpus} order={order} onChange={change} />
        <div className="flex flex-col gap-5">
          <DrafterChoice project={project} order={order} onChange={change} />
          {order.kind === 'translation' && <TranslationChoice order={order} onChange={change} />}
          {hasAgain(order.kind) && <AgainChoice order={order} onChange={change} />}
          <DraftEstimate
            project={project}
            of={{
              connectionId: order.by === 'miner' ? null : order.by.connectionId,
              order: estimatedOrder(order, corpus.id),
              isBatch: order.isBatch,
            }}
          />
        </div>
      </div>
      <ErrorLine error={draft.error} className="pt-3" />
    </Dialog>
  )
}

type ChoiceProps = { order: DraftOrder; onChange: (part: Partial<DraftOrder>) => void }

function KindChoice({ corpus, order, onChange }: ChoiceProps & { corpus: CorpusView }) {
  const t = useTranslations('corpora.detail.drafting')
  const models = useTranslations('models.drafting')
  const textOf = (kind: OrderedKind) => {
    if (!canDraft(kind, corpus)) return t('noDrafter')
    if (kind === 'guideline' || kind === 'rule' || kind === 'format')
      return order.by === 'miner' ? t(`texts.${kind}`) : models(`texts.${kind}`)
    return `${models(`texts.${kind}`)} ${models('modelOnly')}`
  }
  return (
    <fieldset className="flex flex-col gap-2.5">
      <legend className="pb-1.5 font-medium text-xs">{t('what')}</legend>
      {orderedKinds.map((one) => (
        <label key={one} className="flex items-start gap-2 has-disabled:text-muted">
          <input
            type="radio"
            name="kind"
            value={one}
            checked={order.kind === one}
            disabled={!canDraft(one, corpus)}
            onChange={() => onChange({ kind: one })}
            className="mt-1"
          />
          <span>
            {t(`kinds.${one}`)}
            <span className="block text-muted text-xs">{textOf(one)}</span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}

function AgainChoice({ order, onChange }: ChoiceProps) {
  const t = useTranslations('corpora.detail.drafting')
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="pb-1.5 font-medium text-xs">{t('which')}</legend>
      {againSchema.options.map((value) => (
        <label key={value} className="flex items-start gap-2">
          <input
            type="radio"
            name="again"
            value={value}
            checked={order.again === value}
            onChange={() => onChange({ again: value })}
            className="mt-1"
          />
          <span>{t(value)}</span>
        </label>
      ))}
    </fieldset>
  )
}
