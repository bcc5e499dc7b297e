'use client'

import { useTranslations } from 'next-intl'
import type { AuditView } from '@/lib/synthesis/audits/schema'

/** The records of the sample that were rejected, each with why. */
export function AuditRefusals({ refused }: { refused: AuditView['refused'] }) {
  const t = useTranslations('synthesis.audit')
  const reasons = useTranslations('reviews.reasons')
  return (
    <section aria-label={t('refused')} className="flex flex-col gap-1">
      <h3 className="font-medium text-muted text-xs">{t('refused')}</h3>
      <ul className="flex flex-col">
        {refused.map((one) => (
          <li key={one.versionId} className="hairline-b flex flex-col gap-1 py-2">
            <p className="flex flex-wrap gap-x-2">
              <span className="text-rejected">
                {reasons(one.reasonCode)}
                {one.comment && `: ${one.comment}`}
              </span>
              <span className="text-muted">{one.by}</span>
            </p>
            <p className="max-w-prose text-muted text-sm [overflow-wrap:anywhere]">{one.input}</p>
            <pre className="max-h-24 overflow-auto whitespace-pre-wrap font-mono text-xs [overflow-wrap:anywhere]">
              {one.output}
            </pre>
          </li>
        ))}
      </ul>
    </section>
  )
}
