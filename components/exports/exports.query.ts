import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { keyset } from '@/components/ui/keyset'
import {
  type ExportDetail,
  type ExportOrder,
  listExportsEndpoint,
  previewExportEndpoint,
  readExportEndpoint,
  startExportEndpoint,
} from '@/lib/exports/schema'
import { callEndpoint } from '@/lib/platform/call-endpoint'

export function useExports(project: string) {
  return useInfiniteQuery({
    queryKey: ['exports', project],
    queryFn: ({ pageParam, signal }) =>
      callEndpoint(listExportsEndpoint, { params: { project }, query: { cursor: pageParam } }, { signal }),
    ...keyset,
    refetchInterval: ({ state }) =>
      state.data?.pages.some((page) =>
        page.items.some((one) => one.state === 'queued' || one.state === 'running'),
      )
        ? 1000
        : false,
  })
}

export function useStartExport(project: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: ExportOrder) => callEndpoint(startExportEndpoint, { params: { project }, body }),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['exports', project] })
      void client.invalidateQueries({ queryKey: ['jobs', project] })
    },
  })
}

export function useExport(project: string, first: ExportDetail) {
  return useQuery({
    queryKey: ['exports', project, first.id],
    queryFn: ({ signal }) =>
      callEndpoint(readExportEndpoint, { params: { project, export: first.id } }, { signal }),
    initialData: first,
    refetchInterval: ({ state }) =>
      state.data?.state === 'queued' || state.data?.state === 'running' ? 1000 : false,
  })
}

/** What the order would give, while it is being put together. */
export function useExportPreview(project: string, order: ExportOrder | null) {
  return useQuery({
    queryKey: ['export-preview', project, order],
    queryFn: ({ signal }) =>
      callEndpoint(previewExportEndpoint, { params: { project }, body: order! }, { signal }),
    enabled: order !== null,
    placeholderData: keepPreviousData,
  })
}
