import {
  keepPreviousData,
  queryOptions,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import type { z } from 'zod'
import { keyset } from '@/components/ui/keyset'
import { callEndpoint } from '@/lib/platform/call-endpoint'
import type { recipeSchema } from '@/lib/synthesis/model'
import {
  listInstructionsEndpoint,
  listRefusalsEndpoint,
  listRunsEndpoint,
  previewRunEndpoint,
  readRunEndpoint,
  startRunEndpoint,
} from '@/lib/synthesis/schema'

export type RunPreview = z.output<typeof previewRunEndpoint.response>
type RecipeInput = z.input<typeof recipeSchema>

export function useRuns(project: string) {
  return useInfiniteQuery({
    queryKey: ['runs', project],
    queryFn: ({ pageParam, signal }) =>
      callEndpoint(listRunsEndpoint, { params: { project }, query: { cursor: pageParam } }, { signal }),
    ...keyset,
    refetchInterval: ({ state }) =>
      state.data?.pages.some((page) =>
        page.items.some((run) => run.state === 'queued' || run.state === 'running'),
      )
        ? 1000
        : false,
  })
}

export function runQuery(project: string, number: number) {
  return queryOptions({
    queryKey: ['run', project, number],
    queryFn: ({ signal }) => callEndpoint(readRunEndpoint, { params: { project, number } }, { signal }),
    refetchInterval: ({ state }) =>
      state.data?.state === 'queued' || state.data?.state === 'running' ? 1000 : false,
  })
}

/** The live preview: asks again when a knob has rested for a moment, keeps the old records on screen meanwhile. */
export function usePreviewRun(project: string, release: number | null, recipe: RecipeInput) {
  return useQuery({
    queryKey: ['preview-run', project, release, recipe],
    queryFn: ({ signal }) =>
      callEndpoint(
        previewRunEndpoint,
        { params: { project }, body: { release: release!, recipe, count: 20 } },
        { signal },
      ),
    enabled: release !== null && recipe.corpora.length > 0,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    retry: false,
  })
}

export function useInstructions(project: string, number: number, enabled: boolean) {
  return useInfiniteQuery({
    queryKey: ['instructions', project, number],
    queryFn: ({ pageParam, signal }) =>
      callEndpoint(
        listInstructionsEndpoint,
        { params: { project, number }, query: { cursor: pageParam, limit: 20 } },
        { signal },
      ),
    ...keyset,
    enabled,
    staleTime: Number.POSITIVE_INFINITY,
  })
}

export function refusalsQuery(project: string, number: number) {
  return queryOptions({
    queryKey: ['refusals', project, number],
    queryFn: ({ signal }) => callEndpoint(listRefusalsEndpoint, { params: { project, number } }, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  })
}

export function useStartRun(project: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: { release: number; recipe: RecipeInput }) =>
      callEndpoint(startRunEndpoint, { params: { project }, body }),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['runs', project] })
      void client.invalidateQueries({ queryKey: ['jobs', project] })
    },
  })
}
