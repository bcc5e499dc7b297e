'use client'

import { LoaderCircle } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useLiveBudget } from '@/components/models/spend.query'
import { useMoney } from '@/components/models/use-money'
import { useProject } from '@/components/projects/current-project'
import { useOpenJobs } from '@/components/projects/jobs.query'
import { cn } from '@/components/ui/cn'
import type { BudgetView } from '@/lib/calls/schema'

/** What is spent so far, and of how much: a link to where it went. */
export function SpendMark({ project, className }: { project: string; className?: string }) {
  const { data: budget } = useLiveBudget(project)
  if (!budget) return null
  return <Mark project={project} budget={budget} className={className} />
}

/** In the shell, for leads: only while a job spends, so that it is seen on every page. */
export function SpendingMark() {
  const { slug, allows } = useProject()
  return allows('lead') ? <WhileSpending project={slug} /> : null
}

function WhileSpending({ project }: { project: string }) {
  const { data: jobs } = useOpenJobs(project)
  const { data: budget } = useLiveBudget(project)
  const open = jobs?.items.map(({ id }) => id).join() ?? ''
  const [since, setSince] = useState({ open: '', spent: 0 })
  if (budget && since.open !== open) setSince({ open, spent: budget.spent })
  const isSpending = open !== '' && budget && (budget.reserved > 0 || budget.spent > since.spent)
  if (!isSpending) return null
  return (
    <div className="hairline-t px-2 py-1.5">
      <Mark project={project} budget={budget} isSpending className="w-full" />
    </div>
  )
}

type MarkProps = { project: string; budget: BudgetView; isSpending?: boolean; className?: string }

function Mark({ project, budget, isSpending, className }: MarkProps) {
  const t = useTranslations('models.money')
  const words = useSpendWords(budget)
  const share = shareOf(budget)
  return (
    <Link
      href={`/p/${project}/models/spend` as never}
      aria-label={t('label', { words })}
      className={cn(
        'flex flex-col gap-1 rounded-md px-2 py-1 text-muted text-xs tabular-nums hover:bg-hover hover:text-fg',
        className,
      )}
    >
      <span className="flex items-center gap-1.5">
        {isSpending && <LoaderCircle className="size-3.5 animate-spin text-accent-text" aria-hidden />}
        {isSpending && <span>{t('running')}</span>}
        <span className={cn('truncate', share >= 1 && 'text-rejected')}>{words}</span>
      </span>
      {share > 0 && (
        <span aria-hidden className="block h-0.5 w-full overflow-hidden rounded-full bg-pressed">
          <span
            className={cn('block h-full', share >= 1 ? 'bg-rejected-fill' : 'bg-accent')}
            style={{ width: `${Math.min(1, share) * 100}%` }}
          />
        </span>
      )}
    </Link>
  )
}

/** The limit that is nearest is the one that is told. */
function useSpendWords(budget: BudgetView): string {
  const t = useTranslations('models.money')
  const money = useMoney(budget.currency)
  const { spent, totalLimit, dayLimit, today } = budget
  if (totalLimit === null && dayLimit === null) return t('spent', { spent: money(spent) })
  const isDayNearer = dayLimit !== null && shareIn(today.spent, dayLimit) >= shareIn(spent, totalLimit)
  if (isDayNearer) return t('today', { spent: money(today.spent), limit: money(dayLimit) })
  return t('spentOf', { spent: money(spent), limit: money(totalLimit!) })
}

function shareOf({ spent, totalLimit, dayLimit, today }: BudgetView): number {
  return Math.max(shareIn(spent, totalLimit), shareIn(today.spent, dayLimit))
}

function shareIn(spent: number, limit: number | null): number {
  if (limit === null) return -1
  return limit === 0 ? 1 : spent / limit
}
