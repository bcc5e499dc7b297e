import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type AskedReading, mappingOf, queryOf } from '@/components/corpora/asked-reading'
import type { Mapping } from '@/lib/corpora/formats/mapping/schema'
import {
  changeMappingEndpoint,
  deleteMappingEndpoint,
  listMappingsEndpoint,
  saveMappingEndpoint,
} from '@/lib/corpora/mappings/schema'
import { sampleUploadEndpoint } from '@/lib/corpora/schema'
import { callEndpoint } from '@/lib/platform/call-endpoint'

/** The first records of a file. What a mapping says of them does not change them, but for where they are. */
export function useUploadSample(project: string, upload: string, asked: AskedReading) {
  const { format, entry, encoding } = asked
  const path = mappingOf(asked)?.records
  const query = format === 'mapping' ? { format, entry, encoding, path } : queryOf(asked)
  return useQuery({
    queryKey: ['upload-sample', project, upload, query],
    queryFn: ({ signal }) =>
      callEndpoint(sampleUploadEndpoint, { params: { project, upload }, query }, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
    placeholderData: keepPreviousData,
  })
}

export function useMappings(project: string) {
  return useQuery({
    queryKey: ['mappings', project],
    queryFn: ({ signal }) =>
      callEndpoint(listMappingsEndpoint, { params: { project }, query: { limit: 200 } }, { signal }),
  })
}

export function useSaveMapping(project: string) {
  return useMutation({
    mutationFn: (body: { name: string; mapping: Mapping }) =>
      callEndpoint(saveMappingEndpoint, { params: { project }, body }),
    onSuccess: useForget(project),
  })
}

export function useChangeMapping(project: string) {
  return useMutation({
    mutationFn: ({ id, ...body }: { id: string; name?: string; mapping?: Mapping }) =>
      callEndpoint(changeMappingEndpoint, { params: { project, mapping: id }, body }),
    onSuccess: useForget(project),
  })
}

export function useDeleteMapping(project: string) {
  return useMutation({
    mutationFn: (id: string) => callEndpoint(deleteMappingEndpoint, { params: { project, mapping: id } }),
    onSuccess: useForget(project),
  })
}

function useForget(project: string) {
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey: ['mappings', project] })
}
