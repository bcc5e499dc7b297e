'use client'

import {
  keepPreviousData,
  queryOptions,
  useInfiniteQuery,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query'
import type { z } from 'zod'
import { newRequestKey } from '@/components/reviews/outbox-entry'
import { keyset } from '@/components/ui/keyset'
import { callEndpoint } from '@/lib/platform/call-endpoint'
import {
  adjudicateDraftEndpoint,
  type Dispute,
  listDisputesEndpoint,
  readDisputeEndpoint,
  readVersionLinksEndpoint,
  undoAdjudicationEndpoint,
} from '@/lib/reviews/adjudication/schema'

export type DisputeFilter = Pick<z.input<typeof listDisputesEndpoint.query>, 'state' | 'kind'>

export function useDisputes(project: string, filter: DisputeFilter) {
  return useInfiniteQuery({
    queryKey: ['disputes', project, filter],
    queryFn: ({ pageParam, signal }) =>
      callEndpoint(
        listDisputesEndpoint,
        { params: { project }, query: { ...filter, cursor: pageParam } },
        { signal },
      ),
    ...keyset,
    placeholderData: keepPreviousData,
  })
}

export function disputeQuery(project: string, version: string) {
  return queryOptions({
    queryKey: ['dispute', project, version] as const,
    queryFn: ({ signal }) => callEndpoint(readDisputeEndpoint, { params: { project, version } }, { signal }),
  })
}

/** Where a version comes from and what it led to: disputes, guideline versions, re-reviews. */
export function versionLinksQuery(project: string, version: string) {
  return queryOptions({
    queryKey: ['version-links', project, version] as const,
    queryFn: ({ signal }) =>
      callEndpoint(readVersionLinksEndpoint, { params: { project, version } }, { signal }),
  })
}

export type Settlement = Omit<z.input<typeof adjudicateDraftEndpoint.body>, 'requestKey' | 'contentHash'>

/** Settles a dispute, or takes that back; what shows it is read anew. */
export function useAdjudication(project: string, { version }: Dispute) {
  const client = useQueryClient()
  const params = { project, version: version.id }
  const onSuccess = (dispute: Dispute) => {
    client.setQueryData(disputeQuery(project, version.id).queryKey, dispute)
    for (const key of ['disputes', 'library', 'home', 'version-links'])
      void client.invalidateQueries({ queryKey: [key, project] })
  }
  const settle = useMutation({
    mutationFn: (settlement: Settlement) =>
      callEndpoint(adjudicateDraftEndpoint, {
        params,
        body: { ...settlement, contentHash: version.contentHash, requestKey: newRequestKey() } as never,
      }),
    onSuccess,
  })
  const undo = useMutation({
    mutationFn: () =>
      callEndpoint(undoAdjudicationEndpoint, { params, body: { requestKey: newRequestKey() } }),
    onSuccess,
  })
  return { settle, undo }
}
