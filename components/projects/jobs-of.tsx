'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { JobCard } from '@/components/projects/job-card'
import { useJobTitle } from '@/components/projects/job-title'
import { jobsOfQuery, useCancelJob } from '@/components/projects/jobs.query'
import { jobIsOpen } from '@/lib/projects/model'
import type { JobView } from '@/lib/projects/schema'

type Props = { project: string; subject: string; canCancel: boolean; className?: string }

/** The newest job about one thing, while it runs and when it has failed; one that went well needs no card. */
export function JobsOf({ project, subject, canCancel, className }: Props) {
  const { data } = useQuery(jobsOfQuery(project, subject))
  const job = data?.items[0]
  useRenewalAtEnd(project, job)
  if (!job || job.state === 'done' || job.state === 'cancelled') return null
  return (
    <div className={className}>
      <OneJob project={project} job={job} canCancel={canCancel} />
    </div>
  )
}

/**
 * What a job wrote is on many pages: when it has ended, what was read of the project before is asked for again. All of
 * it when the job was seen at work; a short one may be over before anybody has looked.
 */
function useRenewalAtEnd(project: string, job: JobView | undefined): void {
  const client = useQueryClient()
  const atWork = useRef<string | null>(null)
  useEffect(() => {
    if (!job) return
    if (jobIsOpen(job.state)) {
      atWork.current = job.id
      return
    }
    const endedAt = atWork.current === job.id ? Number.POSITIVE_INFINITY : Date.parse(job.finishedAt ?? '')
    atWork.current = null
    void client.invalidateQueries({
      predicate: ({ queryKey, state }) => queryKey[1] === project && state.dataUpdatedAt < endedAt,
    })
  }, [client, project, job])
}

function OneJob({ project, job, canCancel }: { project: string; job: JobView; canCancel: boolean }) {
  const titleOf = useJobTitle()
  const cancel = useCancelJob(project)
  const mayCancel = canCancel && jobIsOpen(job.state)
  return (
    <JobCard
      job={job}
      title={titleOf(job.kind)}
      onCancel={mayCancel ? () => cancel.mutate(job) : undefined}
    />
  )
}
