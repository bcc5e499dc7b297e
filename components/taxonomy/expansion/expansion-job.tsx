'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { FinishedDrafting } from '@/components/models/finished-drafting'
import { JobCard } from '@/components/projects/job-card'
import { useJobTitle } from '@/components/projects/job-title'
import { useCancelJob, useOpenJobs } from '@/components/projects/jobs.query'
import { treeKey } from '@/components/taxonomy/taxonomy.query'
import { WHOLE_TREE } from '@/lib/taxonomy/expansion/model'

/** The expansion that runs, with a button that stops it; afterwards what one of the whole tree came to. */
export function ExpansionJob({ project }: { project: string }) {
  const client = useQueryClient()
  const titleOf = useJobTitle()
  const cancel = useCancelJob(project)
  const { data } = useOpenJobs(project)
  const job = data?.items.find(({ kind }) => kind === 'expand-taxonomy')
  // What it has brought is read once it has ended, and the tree follows its counts.
  const ran = useRef(false)
  useEffect(() => {
    if (ran.current && !job) void client.invalidateQueries({ queryKey: treeKey(project) })
    ran.current = job !== undefined
  }, [job, client, project])
  if (job)
    return (
      <JobCard
        job={job}
        title={titleOf(job.kind)}
        onCancel={() => cancel.mutate(job)}
        className="mx-4 my-2"
      />
    )
  return <FinishedDrafting project={project} subject={WHOLE_TREE} className="px-4 py-2" />
}
