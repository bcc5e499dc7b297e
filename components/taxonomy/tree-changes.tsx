'use client'

import { useMutation } from '@tanstack/react-query'
import { Undo2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useNodeName } from '@/components/taxonomy/use-node-name'
import { Button } from '@/components/ui/button'
import { ErrorLine } from '@/components/ui/error-state'
import { TimeAgo } from '@/components/ui/time-ago'
import { callEndpoint } from '@/lib/platform/call-endpoint'
import { type TreeChangeView, undoChangeEndpoint } from '@/lib/taxonomy/schema'

type Props = { project: string; changes: readonly TreeChangeView[]; onUndone: () => void }

/** What was done to a node on the tree; the last of it can be taken back. */
export function TreeChanges({ project, changes, onUndone }: Props) {
  const t = useTranslations('taxonomy.changes')
  const nameOf = useNodeName()
  const undo = useMutation({
    mutationFn: (change: string) => callEndpoint(undoChangeEndpoint, { params: { project, change } }),
    onSuccess: onUndone,
  })
  if (changes.length === 0) return <p className="text-muted">{t('none')}</p>
  const last = changes.find(({ undone }) => !undone)
  return (
    <div className="flex flex-col gap-1">
      <ol className="flex flex-col">
        {changes.map((change) => (
          <li key={change.id} className="hairline-b flex flex-wrap items-center gap-x-2 py-1.5">
            <span className={change.undone ? 'text-muted line-through' : undefined}>
              {t(change.kind, {
                from: change.from ? nameOf(change.from) : '',
                to: change.to ? nameOf(change.to) : '',
              })}
            </span>
            <span className="text-muted text-xs">
              {change.by} · <TimeAgo at={change.at} />
            </span>
            {change.undone && <span className="text-muted text-xs">{t('undone')}</span>}
            {change === last && (
              <Button size="sm" variant="quiet" busy={undo.isPending} onClick={() => undo.mutate(change.id)}>
                <Undo2 aria-hidden />
                {t('undo')}
              </Button>
            )}
          </li>
        ))}
      </ol>
      <ErrorLine error={undo.error} />
    </div>
  )
}
