'use client'

import { Check, Minus } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { useState } from 'react'
import { RefusedDialog } from '@/components/synthesis/refused-dialog'
import { Button } from '@/components/ui/button'
import { type RefusalReason, refusalReasons } from '@/lib/synthesis/model'
import type { RunView } from '@/lib/synthesis/schema'

/** They leave out what a recipe does not want; there was nothing wrong with a record to look at. */
const BY_PLAN: readonly RefusalReason[] = ['not-drawn', 'no-labels']

type Props = {
  project: string
  run: RunView
  nameOf: (corpusId: string) => string
  /** Is a corpus held out that records could be too like? */
  isMeasured: boolean
}

/** What each gate refused; a number opens the records behind it. The gates that refused nothing are named, too. */
export function RunGates({ project, run, nameOf, isMeasured }: Props) {
  const t = useTranslations('synthesis')
  const [open, setOpen] = useState<RefusalReason | null>(null)
  if (run.state !== 'done') return null
  const countOf = (reason: RefusalReason) => run.counts.refused[reason] ?? 0
  const gates = refusalReasons.filter((reason) => !BY_PLAN.includes(reason))
  const refusing = gates
    .filter((gate) => countOf(gate) > 0)
    .sort((one, other) => countOf(other) - countOf(one))
  const passing = gates.filter((gate) => countOf(gate) === 0)
  const leftOut = BY_PLAN.filter((reason) => countOf(reason) > 0)
  return (
    <section className="flex flex-col gap-3">
      <div className="flex flex-col gap-1">
        <h2 className="font-semibold">{t('run.refused')}</h2>
        {refusing.length === 0 && <p className="text-muted">{t('run.refusedNone')}</p>}
        <ul>
          {refusing.map((gate) => (
            <GateLine key={gate} gate={gate} count={countOf(gate)} onOpen={() => setOpen(gate)} />
          ))}
        </ul>
        <PassedGates
          gates={passing}
          isMeasured={isMeasured}
          title={refusing.length > 0 ? t('run.refusedNothing') : null}
        />
      </div>
      {leftOut.length > 0 && (
        <div className="flex flex-col gap-1">
          <h2 className="font-semibold">{t('run.leftOut')}</h2>
          <ul>
            {leftOut.map((reason) => (
              <PlanLine key={reason} reason={reason} count={countOf(reason)} />
            ))}
          </ul>
        </div>
      )}
      {open && (
        <RefusedDialog
          {...{ project, run, nameOf }}
          reason={open}
          count={countOf(open)}
          onClose={() => setOpen(null)}
        />
      )}
    </section>
  )
}

function GateLine({ gate, count, onOpen }: { gate: RefusalReason; count: number; onOpen: () => void }) {
  const t = useTranslations('synthesis')
  const format = useFormatter()
  const reason = t(`run.reasons.${gate}`)
  const name = t(`gates.${gate as 'length'}`)
  return (
    <li className="hairline-t flex min-h-8 items-center justify-between gap-4">
      <span className="flex min-w-0 flex-wrap gap-x-2">
        <span className="first-letter:uppercase">{name}</span>
        <span className="text-muted">{reason}</span>
      </span>
      <Button
        size="sm"
        variant="quiet"
        className="tabular-nums"
        aria-label={t('run.look', { count, gate: name })}
        onClick={onOpen}
      >
        {format.number(count)}
      </Button>
    </li>
  )
}

function PlanLine({ reason, count }: { reason: RefusalReason; count: number }) {
  const t = useTranslations('synthesis.run.reasons')
  const format = useFormatter()
  return (
    <li className="hairline-t flex min-h-8 items-center justify-between gap-4">
      <span>{t(reason)}</span>
      <span className="px-2.5 text-muted text-xs tabular-nums">{format.number(count)}</span>
    </li>
  )
}

type PassedProps = Pick<Props, 'isMeasured'> & { gates: readonly RefusalReason[]; title: string | null }

function PassedGates({ gates, isMeasured, title }: PassedProps) {
  const t = useTranslations('synthesis')
  return (
    <div className="flex flex-col gap-1 pt-1 text-muted text-xs">
      {title && <h3>{title}</h3>}
      <ul className="flex flex-wrap gap-x-3 gap-y-0.5">
        {gates.map((gate) => {
          const isIdle = gate === 'contamination' && !isMeasured
          return (
            <li key={gate} className="inline-flex items-center gap-1">
              {isIdle ? (
                <Minus aria-hidden className="size-3" />
              ) : (
                <Check aria-hidden className="size-3 text-approved" />
              )}
              {t(`gates.${gate as 'length'}`)}
              {isIdle && ` (${t('run.noneHeldOut')})`}
            </li>
          )
        })}
      </ul>
    </div>
  )
}
