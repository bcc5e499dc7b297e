'use client'

import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import type { z } from 'zod'
import { keyset } from '@/components/ui/keyset'
import {
  closeComparisonEndpoint,
  listComparisonsEndpoint,
  startComparisonEndpoint,
} from '@/lib/artifacts/comparisons/schema'
import { readLearningEndpoint } from '@/lib/artifacts/learning/schema'
import type { LibraryKind } from '@/lib/artifacts/model'
import { callEndpoint } from '@/lib/platform/call-endpoint'

export type ComparisonOrder = z.input<typeof startComparisonEndpoint.body>

export function useLearning(project: string, kind: LibraryKind | undefined) {
  return useQuery({
    queryKey: ['learning', project, kind ?? ''],
    queryFn: ({ signal }) =>
      callEndpoint(readLearningEndpoint, { params: { project }, query: { kind } }, { signal }),
    placeholderData: keepPreviousData,
  })
}

export function useComparisons(project: string) {
  return useInfiniteQuery({
    queryKey: ['comparisons', project],
    queryFn: ({ pageParam, signal }) =>
      callEndpoint(
        listComparisonsEndpoint,
        { params: { project }, query: { cursor: pageParam } },
        { signal },
      ),
    ...keyset,
    refetchInterval: ({ state }) =>
      state.data?.pages.some(({ items }) => items.some((one) => one.state === 'drafting')) ? 2000 : false,
  })
}

export function useStartComparison(project: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: ComparisonOrder) =>
      callEndpoint(startComparisonEndpoint, { params: { project }, body }),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['jobs', project] })
      return client.invalidateQueries({ queryKey: ['comparisons', project] })
    },
  })
}

export function useCloseComparison(project: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (comparison: string) =>
      callEndpoint(closeComparisonEndpoint, { params: { project, comparison } }),
    onSettled: () => {
      void client.invalidateQueries({ queryKey: ['learning', project] })
      return client.invalidateQueries({ queryKey: ['comparisons', project] })
    },
  })
}
