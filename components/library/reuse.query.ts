import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { z } from 'zod'
import {
  forkArtifactEndpoint,
  listForkTargetsEndpoint,
  mergeArtifactsEndpoint,
  readTextEndpoint,
  splitArtifactEndpoint,
} from '@/lib/library/reuse/schema'
import { callEndpoint } from '@/lib/platform/call-endpoint'

export function useForkTargets(project: string, artifact: string) {
  return useQuery({
    queryKey: ['artifact', project, artifact, 'forks'],
    queryFn: ({ signal }) =>
      callEndpoint(listForkTargetsEndpoint, { params: { project, artifact } }, { signal }),
  })
}

export function useFork(project: string, artifact: string) {
  return useMutation({
    mutationFn: (body: z.input<typeof forkArtifactEndpoint.body>) =>
      callEndpoint(forkArtifactEndpoint, { params: { project, artifact }, body }),
  })
}

/** The text to begin with: read once, for what is typed must not change under the hands. */
export function useContentText(project: string, artifact: string, merging?: string) {
  return useQuery({
    queryKey: ['artifact', project, artifact, 'text', merging ?? null],
    queryFn: ({ signal }) =>
      callEndpoint(readTextEndpoint, { params: { project, artifact }, query: { merging } }, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
}

function useRefresh(project: string) {
  const client = useQueryClient()
  return () =>
    Promise.all(
      ['library', 'artifact', 'home', 'queue'].map((key) =>
        client.invalidateQueries({ queryKey: [key, project] }),
      ),
    )
}

export function useMerge(project: string, artifact: string) {
  return useMutation({
    mutationFn: (body: z.input<typeof mergeArtifactsEndpoint.body>) =>
      callEndpoint(mergeArtifactsEndpoint, { params: { project, artifact }, body }),
    onSuccess: useRefresh(project),
  })
}

export function useSplit(project: string, artifact: string) {
  return useMutation({
    mutationFn: (body: z.input<typeof splitArtifactEndpoint.body>) =>
      callEndpoint(splitArtifactEndpoint, { params: { project, artifact }, body }),
    onSuccess: useRefresh(project),
  })
}
