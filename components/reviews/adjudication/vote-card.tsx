'use client'

import { useTranslations } from 'next-intl'
import { choiceKey } from '@/components/reviews/keys/choice-key'
import { useDeskKeys } from '@/components/reviews/keys/keys.query'
import VersionDiff from '@/components/reviews/version-diff'
import { cn } from '@/components/ui/cn'
import { Kbd } from '@/components/ui/kbd'
import { ariaKeys } from '@/components/ui/screen-keys'
import { type Status, StatusBadge } from '@/components/ui/status-badge'
import { TimeAgo } from '@/components/ui/time-ago'
import type { VersionView } from '@/lib/artifacts/schema'
import type { Dispute } from '@/lib/reviews/adjudication/schema'

const STATUS: Record<string, Status> = { approve: 'approved', edit: 'edited', reject: 'rejected' }

type Props = {
  vote: Dispute['votes'][number]
  draft: VersionView
  number: number
  chosen: boolean
  /** Absent when nothing is to be chosen any more. */
  onChoose?: () => void
}

/** What one reviewer decided, why, and the text that they made of the draft, word by word against it. */
export function VoteCard({ vote: { decision, text }, draft, number, chosen, onChoose }: Props) {
  const t = useTranslations('adjudication.vote')
  const reasons = useTranslations('reviews.reasons')
  const keyOf = useDeskKeys()
  return (
    <li
      data-chosen={chosen || undefined}
      className="flex min-w-0 flex-col gap-2 rounded-md border border-line p-3 data-chosen:border-accent data-chosen:bg-accent-soft"
    >
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <span className="font-medium">{decision.reviewer}</span>
        <StatusBadge status={STATUS[decision.verdict]!} />
        <TimeAgo at={decision.createdAt} className="text-muted text-xs" />
      </div>
      {decision.reasonCode && <p className="text-rejected">{reasons(decision.reasonCode)}</p>}
      {decision.comment && <p className="whitespace-pre-wrap">{decision.comment}</p>}
      {text ? (
        <VersionDiff before={draft} after={text} />
      ) : (
        <p className="text-muted">{t(decision.verdict === 'reject' ? 'none' : 'asItIs')}</p>
      )}
      {onChoose && (
        <button
          type="button"
          aria-pressed={chosen}
          aria-keyshortcuts={ariaKeys(choiceKey(keyOf, number - 1))}
          onClick={onChoose}
          className={cn(
            'mt-auto inline-flex h-8 items-center gap-1.5 self-start rounded-md border border-line-strong px-2.5 hover:bg-hover max-lg:h-11',
            chosen && 'border-accent text-accent-text',
          )}
        >
          {t(decision.verdict === 'reject' ? 'chooseReject' : 'choose')}
          <Kbd keys={choiceKey(keyOf, number - 1)} className="max-lg:hidden" />
        </button>
      )}
    </li>
  )
}
