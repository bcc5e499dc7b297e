import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import type { Fix } from '@/lib/corpora/fixes/model'
import {
  listFixesEndpoint,
  orderFixEndpoint,
  previewFixEndpoint,
  undoFixEndpoint,
} from '@/lib/corpora/fixes/schema'
import { callEndpoint } from '@/lib/platform/call-endpoint'

export function fixesQuery(project: string, corpus: string) {
  return queryOptions({
    queryKey: ['fixes', project, corpus],
    queryFn: ({ signal }) => callEndpoint(listFixesEndpoint, { params: { project, corpus } }, { signal }),
    refetchInterval: ({ state }) => (state.data?.items.some(isOpen) ? 1000 : false),
  })
}

function isOpen({ state }: { state: string }): boolean {
  return state === 'open'
}

/** The fixes of a corpus. When one is over, what was read of the corpus before is asked for again. */
export function useFixes(project: string, corpus: string) {
  const client = useQueryClient()
  const fixes = useQuery(fixesQuery(project, corpus))
  const atWork = useRef(false)
  const open = fixes.data?.items.some(isOpen) ?? false
  useEffect(() => {
    if (atWork.current && !open)
      void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[1] === project })
    atWork.current = open
  }, [client, project, open])
  return fixes
}

/** What a fix would do, asked anew each time: the corpus may have changed since. */
export function useFixPreview(project: string, corpus: string, fix: Fix | null) {
  return useQuery({
    queryKey: ['fix-preview', project, corpus, fix],
    queryFn: ({ signal }) =>
      callEndpoint(previewFixEndpoint, { params: { project, corpus }, body: fix! }, { signal }),
    enabled: fix !== null,
    staleTime: 0,
    gcTime: 0,
    retry: false,
  })
}

export function useOrderFix(project: string, corpus: string) {
  const renew = useRenewal(project, corpus)
  return useMutation({
    mutationFn: (fix: Fix) => callEndpoint(orderFixEndpoint, { params: { project, corpus }, body: fix }),
    onSuccess: renew,
  })
}

export function useUndoFix(project: string, corpus: string) {
  const renew = useRenewal(project, corpus)
  return useMutation({
    mutationFn: (number: number) =>
      callEndpoint(undoFixEndpoint, { params: { project, corpus }, body: { number } }),
    onSuccess: renew,
  })
}

function useRenewal(project: string, corpus: string): () => Promise<unknown> {
  const client = useQueryClient()
  return () =>
    Promise.all([
      client.invalidateQueries({ queryKey: ['fixes', project, corpus] }),
      client.invalidateQueries({ queryKey: ['jobs', project] }),
    ])
}
