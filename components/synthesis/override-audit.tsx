'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useOverrideAudit } from '@/components/synthesis/audit.query'
import { Button } from '@/components/ui/button'
import { Dialog, DialogClose } from '@/components/ui/dialog'
import { ErrorLine } from '@/components/ui/error-state'
import { Field } from '@/components/ui/field'
import { Textarea } from '@/components/ui/textarea'

/** Releases a run whatever its sample says; only with a reason. */
export function OverrideAudit({ project, number }: { project: string; number: number }) {
  const t = useTranslations('synthesis.audit')
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const override = useOverrideAudit({ project, number })
  const send = () => override.mutate({ reason: reason.trim() }, { onSuccess: () => setOpen(false) })
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={<Button>{t('override')}</Button>}
      title={t('overrideTitle', { number })}
      description={t('overrideText')}
      actions={
        <>
          <DialogClose render={<Button>{t('cancel')}</Button>} />
          <Button variant="primary" busy={override.isPending} disabled={reason.trim() === ''} onClick={send}>
            {t('overrideStart')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <Field label={t('reason')}>
          <Textarea
            value={reason}
            onChange={(event) => setReason(event.target.value)}
            maxLength={1000}
            rows={3}
          />
        </Field>
        <ErrorLine error={override.error} />
      </div>
    </Dialog>
  )
}
