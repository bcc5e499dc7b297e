'use client'

import { keepPreviousData, queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { callEndpoint } from '@/lib/platform/call-endpoint'
import { jobIsOpen } from '@/lib/projects/model'
import {
  cancelJobEndpoint,
  type JobView,
  listJobsEndpoint,
  readJobEndpoint,
  resumeJobEndpoint,
} from '@/lib/projects/schema'

export const jobKeys = {
  all: (project: string) => ['jobs', project] as const,
  open: (project: string) => ['jobs', project, 'open'] as const,
  one: (project: string, job: string) => ['jobs', project, job] as const,
  of: (project: string, subject: string) => ['jobs', project, 'of', subject] as const,
}

/** What runs now, asked once a second while anything does, every ten seconds otherwise. */
export function useOpenJobs(project: string) {
  return useQuery({
    queryKey: jobKeys.open(project),
    queryFn: ({ signal }) =>
      callEndpoint(listJobsEndpoint, { params: { project }, query: { open: 'true', limit: 20 } }, { signal }),
    refetchInterval: (query) => (query.state.data?.items.length ? 1000 : 10_000),
    placeholderData: keepPreviousData,
  })
}

/** The newest job about one thing, asked once a second while it runs. */
export function jobsOfQuery(project: string, subject: string) {
  return queryOptions({
    queryKey: jobKeys.of(project, subject),
    queryFn: ({ signal }) =>
      callEndpoint(listJobsEndpoint, { params: { project }, query: { subject, limit: 1 } }, { signal }),
    refetchInterval: (query) => (query.state.data?.items.some((job) => jobIsOpen(job.state)) ? 1000 : false),
  })
}

/** One job, asked once a second until it has ended. */
export function useJob(project: string, job: string | null) {
  return useQuery({
    queryKey: jobKeys.one(project, job ?? ''),
    queryFn: ({ signal }) =>
      callEndpoint(readJobEndpoint, { params: { project, job: job ?? '' } }, { signal }),
    enabled: job !== null,
    refetchInterval: (query) => {
      const state = query.state.data?.state
      return state === undefined || jobIsOpen(state) ? 1000 : false
    },
  })
}

export function useCancelJob(project: string) {
  return useJobDeed(project, cancelJobEndpoint)
}

export function useResumeJob(project: string) {
  return useJobDeed(project, resumeJobEndpoint)
}

function useJobDeed(project: string, endpoint: typeof cancelJobEndpoint) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (job: JobView) => callEndpoint(endpoint, { params: { project, job: job.id } }),
    onSuccess: (job) => {
      client.setQueryData(jobKeys.one(project, job.id), job)
      return client.invalidateQueries({ queryKey: jobKeys.all(project) })
    },
  })
}
