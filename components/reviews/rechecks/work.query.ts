'use client'

import { keepPreviousData, useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { keyset } from '@/components/ui/keyset'
import { callEndpoint } from '@/lib/platform/call-endpoint'
import {
  readWorkEndpoint,
  sendBackEndpoint,
  undoSendingEndpoint,
  type WorkKind,
} from '@/lib/reviews/rechecks/schema'

/** What was decided under the version of a guideline before this one. */
export function useWork(project: string, version: string, kind: WorkKind | null) {
  return useInfiniteQuery({
    queryKey: ['work', project, version, kind] as const,
    queryFn: ({ pageParam, signal }) =>
      callEndpoint(
        readWorkEndpoint,
        { params: { project, version }, query: { cursor: pageParam, kind: kind ?? undefined } },
        { signal },
      ),
    ...keyset,
    placeholderData: keepPreviousData,
  })
}

/** Sends work back to the queue, or takes the last sending back. */
export function useSendBack(project: string, version: string) {
  const client = useQueryClient()
  const params = { project, version }
  const onSuccess = () => {
    for (const key of ['work', 'library', 'home', 'version-links'])
      void client.invalidateQueries({ queryKey: [key, project] })
  }
  const send = useMutation({
    mutationFn: (versions: string[] | undefined) =>
      callEndpoint(sendBackEndpoint, { params, body: { versions } }),
    onSuccess,
  })
  const undo = useMutation({
    mutationFn: (sendingId: string) => callEndpoint(undoSendingEndpoint, { params, body: { sendingId } }),
    onSuccess,
  })
  return { send, undo }
}
