'use client'

import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { treeKey } from '@/components/taxonomy/taxonomy.query'
import { CallError, callEndpoint } from '@/lib/platform/call-endpoint'
import { jobIsOpen } from '@/lib/projects/model'
import { readJobEndpoint } from '@/lib/projects/schema'
import type { ExpansionOrder } from '@/lib/taxonomy/expansion/model'
import {
  type ExpansionEstimate,
  estimateExpansionEndpoint,
  expandTaxonomyEndpoint,
  expansionEstimateSchema,
  readNodeExpansionEndpoint,
} from '@/lib/taxonomy/expansion/schema'

export type Asking = { connectionId: string | null; isBatch: boolean; order: ExpansionOrder }

export function nodeExpansionQuery(project: string, node: string) {
  return queryOptions({
    queryKey: [...treeKey(project), 'expansion', node],
    queryFn: ({ signal }) =>
      callEndpoint(readNodeExpansionEndpoint, { params: { project, node } }, { signal }),
    staleTime: 5000,
  })
}

const LOOK_AGAIN_MS = 400

/** What an expansion would ask and cost: a job writes its questions and counts them. */
export function useExpansionEstimate(project: string, { connectionId, isBatch, order }: Asking) {
  return useQuery({
    queryKey: ['estimate', project, connectionId, isBatch, order],
    queryFn: async ({ signal }): Promise<ExpansionEstimate> => {
      const body = { connectionId: connectionId!, isBatch, order }
      const { jobId } = await callEndpoint(
        estimateExpansionEndpoint,
        { params: { project }, body },
        { signal },
      )
      for (;;) {
        const params = { project, job: jobId }
        const job = await callEndpoint(readJobEndpoint, { params }, { signal })
        if (job.state === 'done') return expansionEstimateSchema.parse(job.result)
        if (!jobIsOpen(job.state))
          throw new CallError(500, { code: 'internal', message: job.error?.message ?? '' })
        await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS))
      }
    },
    enabled: connectionId !== null,
    staleTime: 20_000,
    retry: false,
  })
}

export function useExpand(project: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ connectionId, isBatch, order }: Asking) =>
      callEndpoint(expandTaxonomyEndpoint, {
        params: { project },
        body: { connectionId: connectionId!, isBatch, order },
      }),
    onSuccess: () => {
      client.removeQueries({ queryKey: ['estimate', project] }) // what it brings is there from now on
      return client.invalidateQueries({ queryKey: ['jobs', project] })
    },
  })
}
