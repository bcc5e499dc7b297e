'use client'

import { useTranslations } from 'next-intl'
import { JobCard } from '@/components/projects/job-card'
import { useJobTitle } from '@/components/projects/job-title'
import { useCancelJob, useOpenJobs } from '@/components/projects/jobs.query'
import { TextLink } from '@/components/ui/text-link'

/** What never asks a model: all other work may. */
const FREE = new Set([
  'import-corpus',
  'survey-corpus',
  'fix-corpus',
  'compose-run',
  'compose-parts',
  'draw-audit',
  'export-run',
  'test-connection',
  'estimate-drafts',
  'estimate-expansion',
])

export function mayPay({ kind }: { kind: string }): boolean {
  return !FREE.has(kind)
}

/** The jobs that ask models now, each with what it is doing and a button that stops it and its paying. */
export function PayingJobs({ project }: { project: string }) {
  const t = useTranslations('models.spend')
  const titleOf = useJobTitle()
  const cancel = useCancelJob(project)
  const { data } = useOpenJobs(project)
  const jobs = data?.items.filter(mayPay) ?? []
  if (jobs.length === 0) return <p className="text-muted">{t('runningNone')}</p>
  return (
    <>
      <div className="grid gap-3 md:grid-cols-2">
        {jobs.map((job) => (
          <div key={job.id} className="flex flex-col gap-1">
            <JobCard job={job} title={titleOf(job.kind)} onCancel={() => cancel.mutate(job)} />
            <TextLink
              quiet
              href={`/p/${project}/models/calls?job=${job.id}`}
              className="self-start text-muted text-xs"
            >
              {t('callsOfJob')}
            </TextLink>
          </div>
        ))}
      </div>
      <p className="text-muted text-xs">{t('stopNote')}</p>
    </>
  )
}
