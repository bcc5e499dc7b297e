'use client'

import { useMutation, useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { treeKey } from '@/components/taxonomy/taxonomy.query'
import { useNodeName } from '@/components/taxonomy/use-node-name'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { Dialog, DialogClose } from '@/components/ui/dialog'
import { ErrorLine } from '@/components/ui/error-state'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { useSettled } from '@/components/ui/use-settled'
import { callEndpoint } from '@/lib/platform/call-endpoint'
import { mayHang } from '@/lib/taxonomy/model'
import { findNodesEndpoint, mergeNodesEndpoint, moveNodeEndpoint, type NodeView } from '@/lib/taxonomy/schema'

type Props = {
  project: string
  deed: 'move' | 'merge'
  node: NodeView
  onDone: (node: NodeView) => void
  onClose: () => void
}

/** Chooses where a node goes, or which it goes up in, and says what that means for the votes. */
export function TargetDialog({ project, deed, node, onDone, onClose }: Props) {
  const t = useTranslations('taxonomy')
  const ui = useTranslations('ui')
  const nameOf = useNodeName()
  const [typed, setTyped] = useState('')
  const [target, setTarget] = useState<NodeView | null>(null)
  const q = useSettled(typed.trim(), 200)
  const fits = (one: NodeView) =>
    one.id !== node.id &&
    (deed === 'merge' ? one.level === node.level : mayHang(node.level, one.level) && one.id !== node.parentId)
  const { data, error } = useQuery({
    queryKey: [...treeKey(project), 'targets', q],
    queryFn: ({ signal }) =>
      callEndpoint(
        findNodesEndpoint,
        { params: { project }, query: { limit: 200, ...(q && { q }) } },
        { signal },
      ),
    placeholderData: (before) => before,
  })
  const above = new Map([...(data?.above ?? []), ...(data?.items ?? [])].map((one) => [one.id, one]))
  const offered = [...above.values()].filter(fits).slice(0, 50)
  const going = useMutation({
    mutationFn: (to: NodeView) =>
      deed === 'move'
        ? callEndpoint(moveNodeEndpoint, { params: { project, node: node.id }, body: { parentId: to.id } })
        : callEndpoint(mergeNodesEndpoint, { params: { project, node: node.id }, body: { intoId: to.id } }),
    onSuccess: onDone,
  })
  const name = nameOf(node.name)
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t(`dialog.${deed}`, { name })}
      description={t(`dialog.${deed}Text`, { count: node.below.nodes })}
    >
      <div className="flex flex-col gap-3">
        <Field label={t(`dialog.${deed}To`)}>
          <Input value={typed} onValueChange={setTyped} placeholder={t('search')} autoFocus />
        </Field>
        <ul className="flex max-h-64 flex-col overflow-y-auto rounded-md border border-line">
          {offered.map((one) => (
            <li key={one.id}>
              <button
                type="button"
                aria-pressed={target?.id === one.id}
                className={cn(
                  'flex w-full items-baseline gap-2 px-2.5 py-1.5 text-left hover:bg-hover',
                  target?.id === one.id && 'bg-accent-soft hover:bg-accent-soft',
                )}
                onClick={() => setTarget(one)}
              >
                <span className="min-w-0 flex-1 truncate">{nameOf(one.name)}</span>
                <span className="shrink-0 text-muted text-xs">
                  {one.parentId && above.has(one.parentId)
                    ? nameOf(above.get(one.parentId)!.name)
                    : t(`levels.${one.level}`)}
                </span>
              </button>
            </li>
          ))}
          {data && offered.length === 0 && <li className="px-2.5 py-3 text-muted">{t('dialog.noTarget')}</li>}
        </ul>
        <ErrorLine error={error ?? going.error} />
        <div className="flex justify-end gap-2">
          <DialogClose render={<Button>{ui('cancel')}</Button>} />
          <Button
            variant="primary"
            busy={going.isPending}
            disabled={!target}
            onClick={() => target && going.mutate(target)}
          >
            {t(`deeds.${deed}`)}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}
