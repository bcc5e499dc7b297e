'use client'

import { useQuery } from '@tanstack/react-query'
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { connectionsQuery } from '@/components/models/connections.query'
import { type DraftOrder, fittingDrafter } from '@/components/models/draft-order'
import { DrafterChoice } from '@/components/models/drafter-choice'
import { type Asking, useExpand, useExpansionEstimate } from '@/components/taxonomy/expansion/expansion.query'
import { ExpansionFigures } from '@/components/taxonomy/expansion/expansion-figures'
import { OrderFields } from '@/components/taxonomy/expansion/order-fields'
import { useNodeName } from '@/components/taxonomy/use-node-name'
import { Button } from '@/components/ui/button'
import { Dialog, DialogClose } from '@/components/ui/dialog'
import { ErrorLine } from '@/components/ui/error-state'
import { useSettled } from '@/components/ui/use-settled'
import { phraseLanguageSchema } from '@/lib/tasks/model'
import { type ExpansionOrder, expansionOrderSchema } from '@/lib/taxonomy/expansion/model'
import type { NodeView } from '@/lib/taxonomy/schema'

const TYPING_MS = 400

type Props = {
  project: string
  /** And what hangs below it; null: the whole tree. */
  node: NodeView | null
  onClose: () => void
}

/** Orders subjects or syllabi of models. What would be asked, what is there already and what it costs is said beforehand. */
export function ExpandDialog({ project, node, onClose }: Props) {
  const t = useTranslations('taxonomy.expansion')
  const nameOf = useNodeName()
  const locale = useLocale()
  const { data: connections } = useQuery(connectionsQuery(project))
  const [order, setOrder] = useState<ExpansionOrder>(() =>
    expansionOrderSchema.parse({
      step: node?.level === 'subject' ? 'syllabi' : 'subjects',
      nodes: node ? [node.id] : [],
      language: phraseLanguageSchema.catch('en').parse(locale),
    }),
  )
  // Chosen as drafts are: by a model alone, in the role of the drafter.
  const [drafted, setDrafted] = useState<DraftOrder>({
    ...{ kind: 'paraphrase', by: 'miner', isBatch: false, again: 'never' },
    ...{ texts: 'label-names', into: 'zh' },
  })
  const by = fittingDrafter(drafted, connections?.items ?? [])
  const connectionId = by === null || by === 'miner' ? null : by.connectionId
  const asking: Asking = { connectionId, isBatch: drafted.isBatch, order }
  const settled = useSettled(order, TYPING_MS)
  const estimate = useExpansionEstimate(project, { ...asking, order: settled })
  const expand = useExpand(project)
  const isNothing = estimate.data?.plan.asked === 0
  return (
    <Dialog
      open
      wide
      onOpenChange={(open) => !open && onClose()}
      title={node ? t('dialog', { name: nameOf(node.name) }) : t('whole')}
      actions={
        <>
          <DialogClose render={<Button>{t('cancel')}</Button>} />
          <Button
            variant="primary"
            busy={expand.isPending}
            disabled={connectionId === null || isNothing}
            onClick={() => expand.mutate(asking, { onSuccess: onClose })}
          >
            {t('start')}
          </Button>
        </>
      }
    >
      <div className="grid gap-x-8 gap-y-5 pt-1 sm:grid-cols-2">
        <OrderFields order={order} onlySyllabi={node?.level === 'subject'} onChange={setOrder} />
        <div className="flex flex-col gap-5">
          <DrafterChoice
            project={project}
            order={{ ...drafted, by: by ?? 'miner' }}
            onChange={(part) => setDrafted({ ...drafted, by: by ?? 'miner', ...part })}
          />
          {connectionId !== null && (
            <ExpansionFigures
              project={project}
              estimate={estimate.data}
              error={estimate.error}
              isBatch={drafted.isBatch}
            />
          )}
        </div>
      </div>
      <ErrorLine error={expand.error} className="pt-3" />
    </Dialog>
  )
}
