'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ComparisonDialog } from '@/components/models/comparison-dialog'
import { ComparisonFound } from '@/components/models/comparison-found'
import { useCloseComparison, useComparisons } from '@/components/models/learning.query'
import { PagePart } from '@/components/models/page-part'
import { useArmName } from '@/components/models/use-arm-name'
import { JobCard } from '@/components/projects/job-card'
import { useJobTitle } from '@/components/projects/job-title'
import { useCancelJob, useJob } from '@/components/projects/jobs.query'
import { AlertDialog } from '@/components/ui/alert-dialog'
import { Badge, type Tone } from '@/components/ui/badge'
import { Button, buttonClasses } from '@/components/ui/button'
import { ErrorLine } from '@/components/ui/error-state'
import { rowsOf } from '@/components/ui/keyset'
import { ProgressBar } from '@/components/ui/progress-bar'
import { Skeleton } from '@/components/ui/skeleton'
import { TimeAgo } from '@/components/ui/time-ago'
import type { ComparisonState } from '@/lib/artifacts/comparisons/model'
import type { ComparisonView } from '@/lib/artifacts/comparisons/schema'
import type { ConnectionView } from '@/lib/connections/schema'
import { jobIsOpen } from '@/lib/projects/model'

type Props = { project: string; connections: readonly ConnectionView[] }

/** Two drafters against each other, blind: order one, see how far it is, and what it found once it is over. */
export function ComparisonList({ project, connections }: Props) {
  const t = useTranslations('models.learning')
  const ui = useTranslations('ui.table')
  const [open, setOpen] = useState(false)
  const comparisons = useComparisons(project)
  const rows = rowsOf(comparisons.data)
  const canCompare = connections.some(({ roles }) => roles.drafter)
  return (
    <PagePart
      title={t('comparisons')}
      aside={
        canCompare && (
          <Button size="sm" onClick={() => setOpen(true)}>
            {t('compare')}
          </Button>
        )
      }
    >
      <p className="reading text-muted text-sm">{t('comparisonsText')}</p>
      <ErrorLine error={comparisons.error} />
      {comparisons.isPending && <Skeleton className="h-16" />}
      {comparisons.isSuccess && rows.length === 0 && <p className="text-muted">{t('noComparisons')}</p>}
      <ul className="flex flex-col">
        {rows.map((one) => (
          <OneComparison key={one.id} project={project} comparison={one} />
        ))}
      </ul>
      {comparisons.hasNextPage && (
        <Button size="sm" className="self-start" onClick={() => comparisons.fetchNextPage()}>
          {ui('more')}
        </Button>
      )}
      {open && (
        <ComparisonDialog project={project} connections={connections} onClose={() => setOpen(false)} />
      )}
    </PagePart>
  )
}

const TONES: Record<ComparisonState, Tone> = { drafting: 'accent', open: 'waiting', closed: 'neutral' }

function OneComparison({ project, comparison }: { project: string; comparison: ComparisonView }) {
  const t = useTranslations('models.learning')
  const nameOf = useArmName()
  const { a, b, state, corpusName, labels, drafts, decided, createdAt } = comparison
  const versus = t('versus', { a: nameOf(a), b: nameOf(b) })
  return (
    <li className="hairline-b flex flex-col gap-2 py-3 first:pt-0">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h3 className="min-w-0 font-medium">{versus}</h3>
        <Badge tone={TONES[state]}>{t(`states.${state}`)}</Badge>
        <span className="text-muted text-xs">
          {[corpusName, t('labels', { count: labels.length })].join(' · ')} · <TimeAgo at={createdAt} />
        </span>
        <span className="ml-auto flex gap-2">
          {state === 'open' && (
            <Link href={`/p/${project}/queue` as never} className={buttonClasses({ size: 'sm' })}>
              {t('toQueue')}
            </Link>
          )}
          {state !== 'closed' && <CloseComparison project={project} comparison={comparison.id} />}
        </span>
      </div>
      {state === 'drafting' && <Drafting project={project} job={comparison.jobId} />}
      {state === 'open' && (
        <div className="flex max-w-md flex-col gap-1">
          <ProgressBar label={versus} done={decided} total={drafts} />
          <p className="text-muted text-xs tabular-nums">{t('progress', { decided, drafts })}</p>
        </div>
      )}
      {comparison.result && <ComparisonFound comparison={comparison} result={comparison.result} />}
    </li>
  )
}

function Drafting({ project, job: id }: { project: string; job: string }) {
  const titleOf = useJobTitle()
  const cancel = useCancelJob(project)
  const { data: job } = useJob(project, id)
  if (!job || !jobIsOpen(job.state)) return null
  return <JobCard job={job} title={titleOf(job.kind)} onCancel={() => cancel.mutate(job)} />
}

function CloseComparison({ project, comparison }: { project: string; comparison: string }) {
  const t = useTranslations('models.learning')
  const close = useCloseComparison(project)
  return (
    <>
      <AlertDialog
        trigger={
          <Button size="sm" busy={close.isPending}>
            {t('close')}
          </Button>
        }
        title={t('closeTitle')}
        description={t('closeBody')}
        confirm={t('close')}
        onConfirm={() => close.mutate(comparison)}
      />
      <ErrorLine error={close.error} />
    </>
  )
}
