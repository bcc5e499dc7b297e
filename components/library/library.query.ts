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
import type { KeptFilter } from '@/lib/library/filters/schema'
import { listFiltersEndpoint, removeFilterEndpoint, saveFilterEndpoint } from '@/lib/library/filters/schema'
import {
  cutReleaseEndpoint,
  listReleasesEndpoint,
  type ReleaseView,
  readReleaseEndpoint,
} from '@/lib/library/releases/schema'
import { listLibraryEndpoint, readArtifactEndpoint, readFacetsEndpoint } from '@/lib/library/schema'
import { callEndpoint } from '@/lib/platform/call-endpoint'

type Filter = z.input<typeof readFacetsEndpoint.query>
type Order = Pick<z.input<typeof listLibraryEndpoint.query>, 'sort' | 'order' | 'language'>

export function useLibrary(project: string, filter: Filter & Order) {
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

/** How many of each kind and label a filter lets through; the last counts stay while the next come. */
export function useFacets(project: string, filter: Filter) {
  return useQuery({
    queryKey: ['library', project, 'facets', filter],
    queryFn: ({ signal }) =>
      callEndpoint(readFacetsEndpoint, { params: { project }, query: filter }, { signal }),
    placeholderData: keepPreviousData,
  })
}

const filtersKey = (project: string) => ['library-filters', project]

/** The filters that this person keeps. */
export function useSavedFilters(project: string) {
  return useQuery({
    queryKey: filtersKey(project),
    queryFn: ({ signal }) => callEndpoint(listFiltersEndpoint, { params: { project } }, { signal }),
  })
}

export function useSaveFilter(project: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: { name: string; filter: KeptFilter }) =>
      callEndpoint(saveFilterEndpoint, { params: { project }, body }),
    onSuccess: () => client.invalidateQueries({ queryKey: filtersKey(project) }),
  })
}

export function useRemoveFilter(project: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (filter: string) => callEndpoint(removeFilterEndpoint, { params: { project, filter } }),
    onSuccess: () => client.invalidateQueries({ queryKey: filtersKey(project) }),
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
