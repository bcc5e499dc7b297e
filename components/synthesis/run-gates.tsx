'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { useState } from 'react'
import { RefusedDialog } from '@/components/synthesis/refused-dialog'
import { Button } from '@/components/ui/button'
import type { RefusalReason } from '@/lib/synthesis/model'
import type { RunView } from '@/lib/synthesis/schema'

/** They leave out what a recipe does not want; there was nothing wrong with a record to look at. */
const BY_PLAN: readonly RefusalReason[] = ['no-labels', 'not-drawn', 'empty-capped', 'cannot-carry']

type Props = { project: string; run: RunView; nameOf: (corpusId: string) => string }

/** What each gate refused; a number opens the records behind it. */
export function RunGates({ project, run, nameOf }: Props) {
  const t = useTranslations('synthesis.run')
  const format = useFormatter()
  const [open, setOpen] = useState<RefusalReason | null>(null)
  const refused = Object.entries(run.counts.refused) as [RefusalReason, number][]
  const groups = [
    ['refused', refused.filter(([reason]) => !BY_PLAN.includes(reason))],
    ['leftOut', refused.filter(([reason]) => BY_PLAN.includes(reason))],
  ] as const
  return (
    <section className="flex flex-col gap-2">
      {groups.map(([group, entries]) => (
        <div key={group} className="flex flex-col gap-1">
          {(group === 'refused' || entries.length > 0) && <h2 className="font-semibold">{t(group)}</h2>}
          {group === 'refused' && entries.length === 0 && <p className="text-muted">{t('refusedNone')}</p>}
          <ul>
            {entries
              .toSorted(([, one], [, other]) => other - one)
              .map(([reason, count]) => (
                <li key={reason} className="hairline-t flex min-h-8 items-center justify-between gap-4">
                  <span>{t(`reasons.${reason}` as 'reasons.schema')}</span>
                  {group === 'refused' && run.state === 'done' ? (
                    <Button
                      size="sm"
                      variant="quiet"
                      className="tabular-nums"
                      aria-label={t('look', { count, reason: t(`reasons.${reason}` as 'reasons.schema') })}
                      onClick={() => setOpen(reason)}
                    >
                      {format.number(count)}
                    </Button>
                  ) : (
                    <span className="px-2.5 text-muted text-xs tabular-nums">{format.number(count)}</span>
                  )}
                </li>
              ))}
          </ul>
        </div>
      ))}
      {open && (
        <RefusedDialog
          {...{ project, run, nameOf }}
          reason={open}
          count={run.counts.refused[open] ?? 0}
          onClose={() => setOpen(null)}
        />
      )}
    </section>
  )
}
