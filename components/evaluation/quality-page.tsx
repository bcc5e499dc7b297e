'use client'

import { ChartNoAxesColumn } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { AgreementOverTime } from '@/components/evaluation/agreement-over-time'
import { CoverageFigures } from '@/components/evaluation/coverage-figures'
import { DrafterFigures } from '@/components/evaluation/drafter-figures'
import { type DashboardFilter, useDashboard } from '@/components/evaluation/evaluation.query'
import { DecisionsOverTime, SecondsOverTime } from '@/components/evaluation/over-time'
import { PeopleTable } from '@/components/evaluation/people-table'
import { PeriodBar } from '@/components/evaluation/period-bar'
import { ProgressTable } from '@/components/evaluation/progress-table'
import { QualityHead } from '@/components/evaluation/quality-head'
import { ReasonFigures } from '@/components/evaluation/reason-figures'
import { ReleaseBlocks } from '@/components/evaluation/release-blocks'
import { daysOf, usePeriod } from '@/components/evaluation/use-period'
import { useProject } from '@/components/projects/current-project'
import { buttonClasses } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { EmptyState } from '@/components/ui/empty-state'
import { ErrorState } from '@/components/ui/error-state'
import { Skeleton } from '@/components/ui/skeleton'
import type { Dashboard } from '@/lib/evaluation/schema'

/** The numbers that show the quality: how far the work is, how well it is done, what is in the way. */
export function QualityPage({ project }: { project: string }) {
  const { asked, ask, filter } = usePeriod()
  const { data, error, isPending, isPlaceholderData, refetch } = useDashboard(project, filter)
  const nothing = data && data.kinds.length === 0 && data.coverage.length === 0
  return (
    <>
      <QualityHead project={project} at="overview" />
      <PeriodBar {...{ asked, ask }} people={data?.sees === 'everybody' ? data.people : []} />
      {error && !data && <ErrorState error={error} retry={() => refetch()} />}
      {isPending && <Waiting />}
      {nothing && <Nothing project={project} />}
      {data && !nothing && (
        <div
          className={cn('transition-opacity', isPlaceholderData && 'opacity-60')}
          aria-busy={isPlaceholderData}
        >
          <Figures {...{ project, dashboard: data, filter }} />
        </div>
      )}
    </>
  )
}

function Figures({
  project,
  dashboard,
  filter,
}: {
  project: string
  dashboard: Dashboard
  filter: DashboardFilter
}) {
  const { allows } = useProject()
  const { from: since, to } = daysOf('all')
  return (
    <div className="mx-auto grid w-full max-w-6xl gap-x-8 gap-y-8 px-4 py-6 *:min-w-0 lg:grid-cols-2">
      <div className="lg:col-span-2">
        <ReleaseBlocks project={project} blocks={dashboard.blocks} canLead={allows('lead')} />
      </div>
      <div className="lg:col-span-2">
        <ProgressTable {...{ project, kinds: dashboard.kinds, since, to }} />
      </div>
      <DecisionsOverTime {...{ project, dashboard, filter }} />
      <AgreementOverTime {...{ project, dashboard, filter }} />
      <SecondsOverTime dashboard={dashboard} />
      <ReasonFigures {...{ project, filter, reasons: dashboard.reasons }} />
      <div className="lg:col-span-2">
        <DrafterFigures {...{ project, filter, drafters: dashboard.drafters }} />
      </div>
      <div className="lg:col-span-2">
        <PeopleTable {...{ project, people: dashboard.people, sees: dashboard.sees, since, to }} />
      </div>
      <div className="scroll-mt-16 lg:col-span-2" id="coverage">
        <CoverageFigures {...{ project, coverage: dashboard.coverage }} />
      </div>
    </div>
  )
}

function Waiting() {
  return (
    <div className="mx-auto grid w-full max-w-6xl gap-8 px-4 py-6 lg:grid-cols-2">
      {[0, 1, 2, 3].map((part) => (
        <Skeleton key={part} className="h-56" />
      ))}
    </div>
  )
}

function Nothing({ project }: { project: string }) {
  const t = useTranslations('evaluation.empty')
  return (
    <EmptyState
      icon={ChartNoAxesColumn}
      title={t('title')}
      action={
        <Link href={`/p/${project}/queue` as never} className={buttonClasses({ variant: 'primary' })}>
          {t('action')}
        </Link>
      }
    >
      {t('text')}
    </EmptyState>
  )
}
