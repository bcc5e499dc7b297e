'use client'

import { useTranslations } from 'next-intl'
import { useAcceptAudit } from '@/components/synthesis/audit.query'
import { AlertDialog } from '@/components/ui/alert-dialog'
import { Button } from '@/components/ui/button'
import { ErrorLine } from '@/components/ui/error-state'

/** Releases a run on its sample, after saying what that means. */
export function AcceptAudit({ project, number }: { project: string; number: number }) {
  const t = useTranslations('synthesis.audit')
  const accept = useAcceptAudit({ project, number })
  return (
    <>
      <AlertDialog
        trigger={
          <Button variant="primary" busy={accept.isPending}>
            {t('accept')}
          </Button>
        }
        title={t('acceptTitle', { number })}
        description={t('acceptText')}
        confirm={t('accept')}
        cancel={t('cancel')}
        onConfirm={() => accept.mutate(undefined)}
      />
      <ErrorLine error={accept.error} />
    </>
  )
}
