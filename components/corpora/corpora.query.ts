import {
  keepPreviousData,
  queryOptions,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import type { z } from 'zod'
import { type AskedReading, queryOf } from '@/components/corpora/asked-reading'
import type { InstanceFilter } from '@/components/corpora/instance-filter'
import { firstPage, keyset } from '@/components/ui/keyset'
import { listInstancesEndpoint, readInstancesEndpoint } from '@/lib/corpora/instances/schema'
import type { Severity } from '@/lib/corpora/model'
import {
  type CorpusView,
  discardUploadEndpoint,
  holdOutCorpusEndpoint,
  importCorpusEndpoint,
  type importCorpusInput,
  listCorporaEndpoint,
  listImportIssuesEndpoint,
  previewImportEndpoint,
  readCorpusEndpoint,
} from '@/lib/corpora/schema'
import { callEndpoint } from '@/lib/platform/call-endpoint'

export type CorporaPage = z.output<typeof listCorporaEndpoint.response>

export function useCorpora(project: string, first?: CorporaPage) {
  return useInfiniteQuery({
    queryKey: ['corpora', project],
    queryFn: ({ pageParam, signal }) =>
      callEndpoint(listCorporaEndpoint, { params: { project }, query: { cursor: pageParam } }, { signal }),
    ...keyset,
    initialData: firstPage(first),
    refetchInterval: ({ state }) =>
      state.data?.pages.some((page) => page.items.some((corpus) => corpus.state === 'importing'))
        ? 1000
        : false,
  })
}

export function corpusQuery(project: string, corpus: string) {
  return queryOptions({
    queryKey: ['corpus', project, corpus],
    queryFn: ({ signal }) => callEndpoint(readCorpusEndpoint, { params: { project, corpus } }, { signal }),
    refetchInterval: ({ state }) => (state.data?.state === 'importing' ? 1000 : false),
  })
}

export function useHoldOut(project: string, corpus: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (heldOut: boolean) =>
      callEndpoint(holdOutCorpusEndpoint, { params: { project, corpus }, body: { heldOut } }),
    onSuccess: (changed) => client.setQueryData(corpusQuery(project, corpus).queryKey, changed),
  })
}

/** What was read during an import is asked for again when it has ended: hence the state in the key. */
type CorpusAt = Pick<CorpusView, 'id' | 'state'>

export function useInstances(project: string, { id: corpus, state }: CorpusAt, filter: InstanceFilter) {
  const asked = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== null))
  return useInfiniteQuery({
    queryKey: ['instances', project, corpus, state, asked],
    queryFn: ({ pageParam, signal }) =>
      callEndpoint(
        listInstancesEndpoint,
        { params: { project, corpus }, query: { cursor: pageParam, ...asked } },
        { signal },
      ),
    ...keyset,
    placeholderData: keepPreviousData,
  })
}

/** A few instances by their ordinals, in that order. */
export function instancesQuery(project: string, corpus: string, ordinals: readonly number[]) {
  return queryOptions({
    queryKey: ['instances', project, corpus, 'by-ordinal', ordinals.join(',')],
    queryFn: ({ signal }) =>
      callEndpoint(
        readInstancesEndpoint,
        { params: { project, corpus }, query: { ordinals: ordinals.join(',') } },
        { signal },
      ),
  })
}

export function useImportIssues(
  project: string,
  { id: corpus, state }: CorpusAt,
  severity: Severity | undefined,
) {
  return useInfiniteQuery({
    queryKey: ['import-issues', project, corpus, state, severity ?? ''],
    queryFn: ({ pageParam, signal }) =>
      callEndpoint(
        listImportIssuesEndpoint,
        { params: { project, corpus }, query: { cursor: pageParam, severity } },
        { signal },
      ),
    ...keyset,
    placeholderData: keepPreviousData,
  })
}

/** What an import would find if the file were read as asked. Nothing is asked for without an upload. */
export function usePreview(project: string, upload: string | null, asked: AskedReading) {
  const query = queryOf(asked)
  return useQuery({
    queryKey: ['preview', project, upload, query],
    queryFn: ({ signal }) =>
      callEndpoint(previewImportEndpoint, { params: { project, upload: upload! }, query }, { signal }),
    enabled: upload !== null,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
    placeholderData: keepPreviousData,
  })
}

export function useImportCorpus(project: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: z.input<typeof importCorpusInput>) =>
      callEndpoint(importCorpusEndpoint, { params: { project }, body }),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['corpora', project] })
      void client.invalidateQueries({ queryKey: ['home', project] })
    },
  })
}

export function useDiscardUpload(project: string) {
  return useMutation({
    mutationFn: (upload: string) => callEndpoint(discardUploadEndpoint, { params: { project, upload } }),
  })
}
