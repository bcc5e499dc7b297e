'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { useState } from 'react'
import { useOrderAudit } from '@/components/synthesis/audit.query'
import { Button } from '@/components/ui/button'
import { Dialog, DialogClose } from '@/components/ui/dialog'
import { ErrorLine } from '@/components/ui/error-state'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { boundErrors } from '@/lib/artifacts/kinds/rule/evidence'
import { AUDIT_ALLOWANCE, AUDIT_SIZE, MOST_AUDITED } from '@/lib/synthesis/audits/model'
import type { AuditView } from '@/lib/synthesis/audits/schema'
import type { RunView } from '@/lib/synthesis/schema'

type Props = { project: string; run: RunView; audit: AuditView | null }

/** Orders a random sample of a run, with what it would prove beside its size. */
export function OrderAudit({ project, run, audit }: Props) {
  const t = useTranslations('synthesis.audit')
  const format = useFormatter()
  const { number, instructionCount } = run
  const most = Math.min(MOST_AUDITED, instructionCount)
  const [open, setOpen] = useState(false)
  const [size, setSize] = useState(String(Math.min(AUDIT_SIZE, most)))
  const [allowance, setAllowance] = useState(String(AUDIT_ALLOWANCE))
  const order = useOrderAudit({ project, number })
  const [n, c] = [Number(size), Number(allowance)]
  const isSound = Number.isInteger(n) && Number.isInteger(c) && n >= 1 && n <= most && c >= 0 && c < n
  const boundAt = (wrong: number) =>
    isSound
      ? format.number(boundErrors({ wrong, sample: n }) * 100, {
          minimumFractionDigits: 1,
          maximumFractionDigits: 1,
        })
      : '–'
  const send = () => order.mutate({ n, c }, { onSuccess: () => setOpen(false) })
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button variant={audit || run.released ? 'secondary' : 'primary'} disabled={most === 0}>
          {t(audit ? 'again' : 'order')}
        </Button>
      }
      title={t('orderTitle', { number })}
      description={t('orderText')}
      actions={
        <>
          <DialogClose render={<Button>{t('cancel')}</Button>} />
          <Button variant="primary" busy={order.isPending} disabled={!isSound} onClick={send}>
            {t('orderStart')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {audit && <p className="text-waiting">{t('orderAgain')}</p>}
        <Field label={t('n')} hint={t('nHint', { bound: boundAt(0) })}>
          <Input
            type="number"
            min={1}
            max={most}
            value={size}
            onChange={(event) => setSize(event.target.value)}
          />
        </Field>
        <Field label={t('c')} hint={t('cHint', { bound: boundAt(c) })}>
          <Input
            type="number"
            min={0}
            max={Math.max(0, n - 1)}
            value={allowance}
            onChange={(event) => setAllowance(event.target.value)}
          />
        </Field>
        <ErrorLine error={order.error} />
      </div>
    </Dialog>
  )
}
