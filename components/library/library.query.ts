import {
  keepPreviousData,
  queryOptions,
  useInfiniteQuery,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query'
import type { z } from 'zod'
import { keyset } from '@/components/ui/keyset'
import {
  cutReleaseEndpoint,
  listReleasesEndpoint,
  type ReleaseView,
  readReleaseEndpoint,
} from '@/lib/library/releases/schema'
import { listLibraryEndpoint, readArtifactEndpoint } from '@/lib/library/schema'
import { callEndpoint } from '@/lib/platform/call-endpoint'

export type LibraryFilter = Pick<z.input<typeof listLibraryEndpoint.query>, 'q' | 'state' | 'corpus' | 'kind'>
export type LibraryPage = z.output<typeof listLibraryEndpoint.response>

export function useLibrary(project: string, filter: LibraryFilter) {
  return useInfiniteQuery({
    queryKey: ['library', project, filter],
    queryFn: ({ pageParam, signal }) =>
      callEndpoint(
        listLibraryEndpoint,
        { params: { project }, query: { ...filter, cursor: pageParam } },
        { signal },
      ),
    ...keyset,
    placeholderData: keepPreviousData,
  })
}

export function artifactQuery(project: string, artifact: string) {
  return queryOptions({
    queryKey: ['artifact', project, artifact],
    queryFn: ({ signal }) =>
      callEndpoint(readArtifactEndpoint, { params: { project, artifact } }, { signal }),
  })
}

export function releasesQuery(project: string) {
  return queryOptions({
    queryKey: ['releases', project],
    queryFn: ({ signal }) =>
      callEndpoint(listReleasesEndpoint, { params: { project }, query: { limit: 200 } }, { signal }),
  })
}

export function releaseQuery(project: string, number: number) {
  return queryOptions({
    queryKey: ['release', project, number],
    queryFn: ({ signal }) => callEndpoint(readReleaseEndpoint, { params: { project, number } }, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  })
}

/** `onCut` runs even when the button has gone by then: the list it stood in changes with the first release. */
export function useCutRelease(project: string, onCut: (release: ReleaseView) => void) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: z.input<typeof cutReleaseEndpoint.body>) =>
      callEndpoint(cutReleaseEndpoint, { params: { project }, body }),
    onSuccess: (release) => {
      onCut(release)
      void client.invalidateQueries({ queryKey: ['releases', project] })
      void client.invalidateQueries({ queryKey: ['library', project] })
      void client.invalidateQueries({ queryKey: ['home', project] })
    },
  })
}
