'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useFixWords } from '@/components/corpora/fix-words'
import { useFixes, useUndoFix } from '@/components/corpora/fixes.query'
import { AlertDialog } from '@/components/ui/alert-dialog'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { ErrorLine } from '@/components/ui/error-state'
import { TimeAgo } from '@/components/ui/time-ago'

type Props = { project: string; corpus: string; canLead: boolean }

/** The newest, and the one that can be undone. */
const SHOWN = 3

/** What was fixed in a corpus, the newest first; the newest that stands can be undone. */
export function FixList({ project, corpus, canLead }: Props) {
  const t = useTranslations('fixes')
  const words = useFixWords()
  const { data } = useFixes(project, corpus)
  const undo = useUndoFix(project, corpus)
  const [all, setAll] = useState(false)
  if (!data?.items.length) return null
  const shown = all ? data.items : data.items.filter(({ canUndo }, at) => at < SHOWN || canUndo)
  return (
    <section className="flex max-w-3xl flex-col gap-2" aria-labelledby="fixes">
      <h2 id="fixes" className="font-semibold">
        {t('title')}
      </h2>
      <ErrorLine error={undo.error} />
      <ol className="flex flex-col">
        {shown.map((one) => (
          <li
            key={one.number}
            className="hairline-b grid grid-cols-[2rem_minmax(0,1fr)_auto] items-center gap-3 py-2"
          >
            <span className="text-right font-mono text-muted text-xs">{one.number}</span>
            <div className="min-w-0">
              <p className={cn('break-words', one.undone && 'text-muted line-through')}>
                {words.deed(one.fix)}
              </p>
              <p className="text-muted text-xs">
                {one.state === 'done' ? words.done(one.counts) : t(`states.${one.state}`)}
                {' · '}
                {one.by} · <TimeAgo at={one.finishedAt ?? one.createdAt} />
                {one.undone && ` · ${t('undone')}`}
              </p>
            </div>
            {canLead && one.canUndo && (
              <AlertDialog
                trigger={
                  <Button size="sm" busy={undo.isPending}>
                    {t('undo')}
                  </Button>
                }
                title={t('undoTitle', { number: one.number })}
                description={t('undoText', { done: words.done(one.counts) })}
                confirm={t('undo')}
                onConfirm={() => undo.mutate(one.number)}
              />
            )}
          </li>
        ))}
      </ol>
      {shown.length < data.items.length && (
        <Button size="sm" variant="quiet" className="self-start" onClick={() => setAll(true)}>
          {t('showAll', { count: data.items.length })}
        </Button>
      )}
    </section>
  )
}
