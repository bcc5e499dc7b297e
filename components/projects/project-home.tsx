'use client'

import { useTranslations } from 'next-intl'
import { ActivityFeed } from '@/components/projects/activity-feed'
import { useProject } from '@/components/projects/current-project'
import { JobCard } from '@/components/projects/job-card'
import { useJobTitle } from '@/components/projects/job-title'
import { useCancelJob, useOpenJobs } from '@/components/projects/jobs.query'
import { LoopPicture } from '@/components/projects/loop-picture'
import { NextDeed } from '@/components/projects/next-deed'
import { useHome } from '@/components/projects/projects.query'
import { ErrorState } from '@/components/ui/error-state'
import { PageHeader } from '@/components/ui/page-header'
import { Skeleton } from '@/components/ui/skeleton'
import { TextLink } from '@/components/ui/text-link'

/** The loop as a picture, the next thing to do, what runs, what was done. */
export function ProjectHome() {
  const t = useTranslations('projects.home')
  const { slug, name } = useProject()
  const home = useHome(slug)
  return (
    <>
      <PageHeader title={name} />
      <div className="mx-auto flex w-full max-w-6xl flex-col gap-8 px-4 py-6 md:px-8">
        {home.data ? (
          <>
            <LoopPicture home={home.data} />
            <NextDeed next={home.data.next} />
          </>
        ) : home.error ? (
          <ErrorState error={home.error} retry={() => home.refetch()} />
        ) : (
          <Skeleton className="h-40" />
        )}
        <RunningJobs />
        <section aria-labelledby="latest">
          <header className="hairline-b flex items-baseline justify-between pb-1.5">
            <h2 id="latest" className="font-medium">
              {t('activity')}
            </h2>
            <TextLink quiet href={`/p/${slug}/activity`} className="text-muted text-xs">
              {t('allActivity')}
            </TextLink>
          </header>
          <ActivityFeed />
        </section>
      </div>
    </>
  )
}

function RunningJobs() {
  const t = useTranslations('projects.home')
  const { slug, allows } = useProject()
  const { data } = useOpenJobs(slug)
  const cancel = useCancelJob(slug)
  const titleOf = useJobTitle()
  if (!data || data.items.length === 0) return null
  return (
    <section aria-labelledby="running" className="flex flex-col gap-2">
      <h2 id="running" className="font-medium">
        {t('jobs')}
      </h2>
      <div className="grid gap-3 md:grid-cols-2">
        {data.items.map((job) => (
          <JobCard
            key={job.id}
            job={job}
            title={titleOf(job.kind)}
            onCancel={allows('lead') ? () => cancel.mutate(job) : undefined}
          />
        ))}
      </div>
    </section>
  )
}
