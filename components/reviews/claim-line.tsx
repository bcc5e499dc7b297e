'use client'

import { ArrowUpRight } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { type DraftLine, type Selection, selectionOfClaim } from '@/components/reviews/selection'
import { cn } from '@/components/ui/cn'
import type { Claim } from '@/lib/artifacts/kinds/guideline/evidence'

type Props = {
  line: DraftLine
  current: boolean
  shown: Selection | null
  onShow: (claim: Claim) => void
  className?: string
}

/** One line of the draft with the figures behind it; the current one carries the mark that J and K move. */
export function ClaimLine({ line, current, shown, onShow, className }: Props) {
  return (
    <div
      data-section={line.section}
      data-index={line.index}
      data-current={current || undefined}
      className={cn(
        'group/line -mx-2 scroll-my-10 rounded-sm px-2 py-0.5 data-current:bg-hover data-current:shadow-[inset_2px_0_0_var(--color-accent)]',
        line.section !== 'definition' && 'pl-5',
        className,
      )}
    >
      {line.section !== 'definition' && (
        <span aria-hidden className="-ml-3 inline-block w-3 text-muted">
          ·
        </span>
      )}
      <span className="whitespace-pre-wrap">{line.text}</span>
      {line.claims.map((claim) => (
        <ClaimFigure
          key={`${claim.section}/${claim.key}`}
          claim={claim}
          shown={selectionOfClaim(claim).key === shown?.key}
          onShow={() => onShow(claim)}
        />
      ))}
    </div>
  )
}

function ClaimFigure({ claim, shown, onShow }: { claim: Claim; shown: boolean; onShow: () => void }) {
  const t = useTranslations('reviews.claim')
  const format = useFormatter()
  return (
    <button
      type="button"
      aria-pressed={shown}
      aria-label={t('show', { count: claim.count })}
      onClick={onShow}
      className={cn(
        'ml-1.5 inline-flex h-5 items-center gap-0.5 rounded-sm px-1 align-[1px] text-muted text-xs hover:bg-accent-soft hover:text-accent-text max-lg:-my-1.5 max-lg:h-8 max-lg:px-2.5',
        shown && 'bg-accent-soft text-accent-text',
      )}
    >
      <ArrowUpRight className="size-3" aria-hidden />
      {format.number(claim.count)}
    </button>
  )
}
