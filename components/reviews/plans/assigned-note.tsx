'use client'

import { Undo2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { useAssign } from '@/components/reviews/plans/assign.query'
import { Button } from '@/components/ui/button'
import { ErrorLine } from '@/components/ui/error-state'

/** What the last assignment did, and the way back. */
export function AssignedNote({ assign, undo }: ReturnType<typeof useAssign>) {
  const t = useTranslations('plans.assigning')
  const done = undo.data ? null : assign.data
  return (
    <>
      <span aria-live="polite" className="text-muted text-sm">
        {undo.data && t('undone', undo.data)}
        {done && t(done.drafts > 0 ? 'done' : 'nothing', { count: done.drafts })}
      </span>
      <ErrorLine error={undo.error} />
      {done?.assignmentId && (
        <Button size="sm" busy={undo.isPending} onClick={() => undo.mutate(done.assignmentId!)}>
          <Undo2 aria-hidden />
          {t('undo')}
        </Button>
      )}
    </>
  )
}
