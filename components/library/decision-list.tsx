'use client'

import { useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'
import { StatusBadge } from '@/components/ui/status-badge'
import { TimeAgo } from '@/components/ui/time-ago'
import type { DecisionView } from '@/lib/reviews/schema'

const STATUS = {
  approve: 'approved',
  edit: 'edited',
  reject: 'rejected',
  skip: 'skipped',
  undo: 'undone',
} as const

/** Who decided what, on which version, and why. */
export function DecisionList({ decisions }: { decisions: DecisionView[] }) {
  const t = useTranslations('library.item')
  const reasons = useTranslations('reviews.reasons')
  if (decisions.length === 0) return <p className="text-muted">{t('noDecisions')}</p>
  return (
    <ol className="flex flex-col">
      {decisions.map((decision) => (
        <li key={decision.id} className="hairline-b flex flex-col gap-1 py-2">
          <div className="flex flex-wrap items-center gap-2">
            <StatusBadge status={STATUS[decision.verdict]} />
            <span className="text-muted">{`v${decision.versionNumber}`}</span>
            <span>
              {t.rich('by', { author: decision.reviewer, when: () => <TimeAgo at={decision.createdAt} /> })}
            </span>
            {decision.undone && <Badge>{t('undone')}</Badge>}
          </div>
          {decision.reasonCode && <p>{reasons(decision.reasonCode)}</p>}
          {decision.comment !== '' && <p className="whitespace-pre-wrap text-muted">{decision.comment}</p>}
        </li>
      ))}
    </ol>
  )
}
