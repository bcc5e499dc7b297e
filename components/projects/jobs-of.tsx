'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { JobCard } from '@/components/projects/job-card'
import { useJobTitle } from '@/components/projects/job-title'
import { jobsOfQuery, useCancelJob, useResumeJob } from '@/components/projects/jobs.query'
import { Button } from '@/components/ui/button'
import { useErrorText } from '@/components/ui/error-text'
import { TextLink } from '@/components/ui/text-link'
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
    <JobCard job={job} title={titleOf(job.kind)} onCancel={mayCancel ? () => cancel.mutate(job) : undefined}>
      {canCancel && job.canGoOn && <GoOn project={project} job={job} />}
    </JobCard>
  )
}

/** What a person can do about a job that ended for want of money or of a service: then it goes on where it was. */
function GoOn({ project, job }: { project: string; job: JobView }) {
  const t = useTranslations('jobs')
  const textOf = useErrorText()
  const resume = useResumeJob(project)
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <Button size="sm" disabled={resume.isPending} onClick={() => resume.mutate(job)}>
        {t('goOn')}
      </Button>
      {job.error?.reason === 'over-budget' && (
        <TextLink quiet href={`/p/${project}/models/spend`}>
          {t('raiseLimit')}
        </TextLink>
      )}
      {resume.isError && <p className="text-rejected text-xs">{textOf(resume.error)}</p>}
    </div>
  )
}
