'use client'

import { useFormatter, useTranslations } from 'next-intl'
import type { AuditFigures } from '@/lib/exports/model'

/** On what ground the run left: what people found in its sample, or the reason that was given. */
export function ExportAudit({ audit }: { audit: AuditFigures }) {
  const t = useTranslations('synthesis.audit')
  const format = useFormatter()
  const { how, n, decided, rejected, bound, reason } = audit
  const isDecided = n > 0 && decided > 0 && bound !== null
  return (
    <div className="flex max-w-prose flex-col gap-1">
      {isDecided && (
        <p className="tabular-nums">
          {t('result', {
            right: decided - rejected,
            decided,
            bound: format.number(bound * 100, { minimumFractionDigits: 1, maximumFractionDigits: 1 }),
          })}
        </p>
      )}
      {how !== 'accepted' && (
        <p className="text-muted">
          {how === 'before' ? t('before') : t('state.overridden')}
          {reason && (
            <>
              {' · '}
              <q className="text-fg [overflow-wrap:anywhere]">{reason}</q>
            </>
          )}
        </p>
      )}
    </div>
  )
}
