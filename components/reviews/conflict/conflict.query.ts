'use client'

import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { Content } from '@/lib/artifacts/model'
import { proposeTypedEndpoint, type WrittenDraft } from '@/lib/artifacts/writing/schema'
import { callEndpoint } from '@/lib/platform/call-endpoint'
import { readConflictEndpoint } from '@/lib/reviews/conflicts/schema'

/** Who holds or decided a draft, and the text that is there now. Read anew each time it is asked. */
export function conflictQuery(project: string, version: string) {
  return queryOptions({
    queryKey: ['conflict', project, version] as const,
    queryFn: ({ signal }) => callEndpoint(readConflictEndpoint, { params: { project, version } }, { signal }),
    staleTime: 0,
  })
}

/** Sends a merged text to the queue, as the next version of what others decided meanwhile. */
export function useProposeTyped(project: string, onDone: (draft: WrittenDraft) => void) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ artifact, base, content }: { artifact: string; base: string; content: Content }) =>
      callEndpoint(proposeTypedEndpoint, { params: { project, artifact }, body: { base, content } }),
    onSuccess: (draft) => {
      void client.invalidateQueries({ queryKey: ['library', project] })
      void client.invalidateQueries({ queryKey: ['home', project] })
      onDone(draft)
    },
  })
}
