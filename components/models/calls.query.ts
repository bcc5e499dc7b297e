'use client'

import {
  keepPreviousData,
  queryOptions,
  useInfiniteQuery,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query'
import { keyset } from '@/components/ui/keyset'
import {
  type CallFilters,
  listCallsEndpoint,
  readCallEndpoint,
  replayCallEndpoint,
  sendAgainEndpoint,
} from '@/lib/calls/schema'
import { callEndpoint } from '@/lib/platform/call-endpoint'

export function useCalls(project: string, filter: CallFilters) {
  return useInfiniteQuery({
    queryKey: ['calls', project, filter],
    queryFn: ({ pageParam, signal }) =>
      callEndpoint(
        listCallsEndpoint,
        { params: { project }, query: { ...filter, cursor: pageParam } },
        { signal },
      ),
    ...keyset,
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) =>
      state.data?.pages.length === 1 && state.data.pages[0]!.items.some((call) => call.state === 'reserved')
        ? 2000
        : false,
  })
}

export function callQuery(project: string, call: string) {
  return queryOptions({
    queryKey: ['call', project, call],
    queryFn: ({ signal }) => callEndpoint(readCallEndpoint, { params: { project, call } }, { signal }),
    refetchInterval: ({ state }) => (state.data?.state === 'reserved' ? 2000 : false),
  })
}

/** Asks the same once more; a worker does, so there is a job to look after. */
export function useSendAgain(project: string, call: string) {
  return useOrder(project, () => callEndpoint(sendAgainEndpoint, { params: { project, call } }))
}

export function useReplay(project: string, call: string) {
  return useOrder(project, (body: { connectionId: string; model: string }) =>
    callEndpoint(replayCallEndpoint, { params: { project, call }, body }),
  )
}

function useOrder<Given>(project: string, order: (given: Given) => Promise<{ jobId: string }>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: order,
    onSuccess: () => client.invalidateQueries({ queryKey: ['jobs', project] }),
  })
}
