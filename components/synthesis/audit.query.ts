import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { callEndpoint } from '@/lib/platform/call-endpoint'
import {
  acceptAuditEndpoint,
  orderAuditEndpoint,
  overrideAuditEndpoint,
  readAuditEndpoint,
} from '@/lib/synthesis/audits/schema'

type Of = { project: string; number: number }

/** Asked again while people decide: often while it is drawn, and then as slowly as people read. */
export function auditQuery({ project, number }: Of) {
  return queryOptions({
    queryKey: ['audit', project, number] as const,
    queryFn: ({ signal }) => callEndpoint(readAuditEndpoint, { params: { project, number } }, { signal }),
    refetchInterval: ({ state }) => {
      const audit = state.data?.audit
      if (audit?.state !== 'open') return false
      return audit.drawn < audit.n ? 1000 : 10_000
    },
  })
}

export function useOrderAudit(of: Of) {
  return useAuditMutation(of, (body: { n: number; c: number }) =>
    callEndpoint(orderAuditEndpoint, { params: of, body }),
  )
}

export function useAcceptAudit(of: Of) {
  return useAuditMutation(of, () => callEndpoint(acceptAuditEndpoint, { params: of }))
}

export function useOverrideAudit(of: Of) {
  return useAuditMutation(of, (body: { reason: string }) =>
    callEndpoint(overrideAuditEndpoint, { params: of, body }),
  )
}

/** What an audit changes is on the page of the run, in the list of runs and in the queue. */
function useAuditMutation<Given, Answer>(
  { project, number }: Of,
  mutationFn: (given: Given) => Promise<Answer>,
) {
  const client = useQueryClient()
  return useMutation({
    mutationFn,
    onSettled: () => {
      for (const key of ['audit', 'run']) void client.invalidateQueries({ queryKey: [key, project, number] })
      for (const key of ['runs', 'jobs', 'jobs-of'])
        void client.invalidateQueries({ queryKey: [key, project] })
    },
  })
}
