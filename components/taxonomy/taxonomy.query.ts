'use client'

import {
  keepPreviousData,
  queryOptions,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { sendFile } from '@/components/corpora/send-file'
import { keyset } from '@/components/ui/keyset'
import { callEndpoint } from '@/lib/platform/call-endpoint'
import type { TreeFilter } from '@/lib/taxonomy/model'
import { importTreeEndpoint, previewTreeEndpoint, startTreeEndpoint } from '@/lib/taxonomy/outline/schema'
import {
  findNodesEndpoint,
  readNodeEndpoint,
  readTaxonomyEndpoint,
  type TaxonomyView,
} from '@/lib/taxonomy/schema'

export const treeKey = (project: string) => ['taxonomy', project] as const

export function nodeQuery(project: string, node: string) {
  return queryOptions({
    queryKey: [...treeKey(project), 'node', node],
    queryFn: ({ signal }) => callEndpoint(readNodeEndpoint, { params: { project, node } }, { signal }),
    staleTime: 10_000,
  })
}

/** How large the tree is and how it stands. */
export function useTaxonomy(project: string, initialData?: TaxonomyView) {
  return useQuery({
    queryKey: [...treeKey(project), 'whole'],
    queryFn: ({ signal }) => callEndpoint(readTaxonomyEndpoint, { params: { project } }, { signal }),
    staleTime: 10_000,
    refetchInterval: 30_000,
    ...(initialData && { initialData }),
  })
}

export const foundKey = (project: string) => [...treeKey(project), 'found'] as const
const FOUND_AT_ONCE = 100

/** What a search or a filter leaves of the tree; nothing is asked while neither is set. */
export function useFound(project: string, of: { q: string; filter: TreeFilter | null }) {
  const { q, filter } = of
  return useInfiniteQuery({
    queryKey: [...foundKey(project), q, filter],
    queryFn: ({ pageParam: cursor, signal }) => {
      const query = { cursor, limit: FOUND_AT_ONCE, ...(q && { q }), ...(filter && { filter }) }
      return callEndpoint(findNodesEndpoint, { params: { project }, query }, { signal })
    },
    ...keyset,
    enabled: q !== '' || filter !== null,
    placeholderData: keepPreviousData,
    staleTime: 10_000,
  })
}

export function useStartTree(project: string, onDone: () => void) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => callEndpoint(startTreeEndpoint, { params: { project } }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: treeKey(project) })
      onDone()
    },
  })
}

/** Sends a file and says what it would add. */
export function usePreviewTree(project: string) {
  return useMutation({
    mutationFn: async (file: File) => {
      const { id: uploadId } = await sendFile(project, file, {
        onProgress: () => {},
        signal: new AbortController().signal,
      })
      const plan = await callEndpoint(previewTreeEndpoint, { params: { project }, body: { uploadId } })
      return { uploadId, plan }
    },
  })
}

export function useImportTree(project: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (uploadId: string) =>
      callEndpoint(importTreeEndpoint, { params: { project }, body: { uploadId } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['jobs', project] }),
  })
}
