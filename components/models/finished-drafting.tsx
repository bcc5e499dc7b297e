'use client'

import { useQuery } from '@tanstack/react-query'
import { X } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { AskMissed } from '@/components/models/ask-missed'
import { type CallEnd, CallOutcome } from '@/components/models/call-outcome'
import { budgetQuery } from '@/components/models/spend.query'
import { useMoney } from '@/components/models/use-money'
import { useJobTitle } from '@/components/projects/job-title'
import { jobsOfQuery } from '@/components/projects/jobs.query'
import { buttonClasses } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import { TextLink } from '@/components/ui/text-link'
import { type DraftingResult, draftingResultSchema, type MissedDraft } from '@/lib/artifacts/drafting/model'
import type { JobView } from '@/lib/projects/schema'

type Props = { project: string; subject: string; className?: string }

/** What the newest job of models about something came to, with the calls that brought no draft, until it is put away. */
export function FinishedDrafting({ project, subject, className }: Props) {
  const { data } = useQuery(jobsOfQuery(project, subject))
  const [away, setAway] = useState<string | null>(null)
  const job = data?.items[0]
  if (job?.state !== 'done' || job.id === away) return null
  const { data: result } = draftingResultSchema.safeParse(job.result)
  if (!result?.asked) return null
  return (
    <div className={className}>
      <Came project={project} job={job} result={result} onClose={() => setAway(job.id)} />
    </div>
  )
}

type CameProps = { project: string; job: JobView; result: DraftingResult; onClose: () => void }

function Came({ project, job, result, onClose }: CameProps) {
  const t = useTranslations('models.drafting.outcome')
  const titleOf = useJobTitle()
  const { data: budget } = useQuery(budgetQuery(project))
  const money = useMoney(budget?.currency ?? 'USD')
  const { asked, missed, drafted, unchanged, left } = result
  return (
    <article className="flex flex-col gap-2 rounded-md border border-line p-3">
      <header className="flex items-center gap-3">
        <h3 className="min-w-0 flex-1 truncate font-medium">
          {titleOf(job.kind)} <span className="font-normal text-muted">{t('title')}</span>
        </h3>
        {drafted > 0 && (
          <Link href={`/p/${project}/queue` as never} className={buttonClasses({ size: 'sm' })}>
            {t('review')}
          </Link>
        )}
        <IconButton icon={X} size="sm" label={t('close')} onClick={onClose} />
      </header>
      <p className="text-muted text-xs tabular-nums">
        {[
          t('drafted', { drafted, unchanged, left }),
          asked && t('asked', { calls: asked.calls, fromStore: asked.fromStore, cost: money(asked.cost) }),
        ]
          .filter(Boolean)
          .join(' · ')}{' '}
        <TextLink quiet href={`/p/${project}/models/calls?job=${job.id}`}>
          {t('calls')}
        </TextLink>
      </p>
      {missed.length > 0 && <Missed project={project} missed={missed} />}
      <AskMissed {...{ project, job, result }} />
    </article>
  )
}

function Missed({ project, missed }: { project: string; missed: MissedDraft[] }) {
  const t = useTranslations('models.drafting.outcome')
  const ends = [...new Set(missed.map(({ outcome }) => outcome))]
  return (
    <div className="flex flex-col gap-1.5">
      <p>{t('missed', { count: missed.length })}</p>
      {ends.map((end) => {
        const own = missed.filter(({ outcome }) => outcome === end)
        return (
          <details key={end} className="text-xs">
            <summary className="w-fit">
              <CallOutcome end={end satisfies CallEnd} /> <span className="tabular-nums">{own.length}</span>
              {end === 'over-budget' && (
                <TextLink href={`/p/${project}/models/spend`} className="pl-2">
                  {t('raise')}
                </TextLink>
              )}
            </summary>
            <ul className="flex max-h-48 flex-col gap-1 overflow-y-auto pt-1 pl-4">
              {own.map(({ key, why, callIds }) => (
                <li key={key} className="flex flex-wrap gap-x-2">
                  <span className="font-medium">{key}</span>
                  <span className="min-w-0 text-muted">{why}</span>
                  {callIds.length > 0 && (
                    <TextLink href={`/p/${project}/models/calls/${callIds.at(-1)}`}>{t('call')}</TextLink>
                  )}
                </li>
              ))}
            </ul>
          </details>
        )
      })}
    </div>
  )
}
