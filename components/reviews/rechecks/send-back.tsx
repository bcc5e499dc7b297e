'use client'

import { Undo2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { useSendBack } from '@/components/reviews/rechecks/work.query'
import { AlertDialog } from '@/components/ui/alert-dialog'
import { Button } from '@/components/ui/button'
import { ErrorLine } from '@/components/ui/error-state'
import type { Work } from '@/lib/reviews/rechecks/schema'

type Props = {
  work: Work
  chosen: ReadonlySet<string>
  sending: ReturnType<typeof useSendBack>
  onSent: () => void
}

/** Sends the chosen, or all that can be, back to the queue, and says first what that does; the last sending can be taken back. */
export function SendBack({ work, chosen, sending: { send, undo }, onSent }: Props) {
  const t = useTranslations('adjudication.work')
  const count = chosen.size || work.open
  const canSend = work.guideline.state === 'approved'
  const sent = undo.data || undo.isPending ? undefined : send.data
  return (
    <>
      <span aria-live="polite" className="text-muted text-sm">
        {undo.data && t('undone', undo.data)}
        {sent && t('sent', { count: sent.count })}
      </span>
      <ErrorLine error={send.error ?? undo.error} />
      {sent && (
        <Button size="sm" busy={undo.isPending} onClick={() => undo.mutate(sent.sendingId)}>
          <Undo2 aria-hidden />
          {t('undo')}
        </Button>
      )}
      {count > 0 && (
        <AlertDialog
          trigger={
            <Button variant="primary" disabled={!canSend} busy={send.isPending}>
              {chosen.size > 0 ? t('sendChosen', { count: chosen.size }) : t('sendAll', { count: work.open })}
            </Button>
          }
          title={t('preview.title', { count })}
          description={
            <ul className="flex list-disc flex-col gap-1 pl-4">
              <li>{t('preview.waits', { count })}</li>
              <li>{t('preview.history')}</li>
              <li>{t('preview.release')}</li>
              <li>{t('preview.undo')}</li>
            </ul>
          }
          confirm={t('preview.confirm')}
          onConfirm={() => {
            undo.reset()
            send.mutate(chosen.size > 0 ? [...chosen] : undefined, { onSuccess: onSent })
          }}
        />
      )}
    </>
  )
}
